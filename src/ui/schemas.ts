import { config } from 'zod'

// Compiling schemas needs `new Function`, which the content security policy forbids; interpreted they do the same.
config({ jitless: true })
