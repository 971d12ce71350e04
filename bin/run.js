'use strict'
// Runs under the packaged Node: keeps to the life of the launcher, then becomes the program named in the arguments.
const { enableCompileCache } = require('node:module')
const net = require('node:net')
const path = require('node:path')
const { pathToFileURL } = require('node:url')

// The launcher holds the other end of this pipe. It closes however the launcher dies, `kill -9` included, and a
// server that outlived its launcher would hold its port and its database.
const launcher = new net.Socket({ fd: 3, readable: true, writable: false })
launcher.on('error', () => {})
launcher.on('close', () => process.kill(process.pid, 'SIGTERM'))
launcher.resume()
launcher.unref()

// Compiled sources are kept beside the packages: a start takes less time, and less memory for the compiler of TypeScript.
const compiled = path.join(__dirname, '..', 'node_modules', '.cache', 'kado', 'compiled')
if (enableCompileCache(compiled).directory !== undefined) process.env.NODE_COMPILE_CACHE ??= compiled

process.argv.splice(1, 1)
void import(pathToFileURL(process.argv[1]).href)
