// Stands for @types/node where the browser's sources are checked: none of it may be used there.
export {}
