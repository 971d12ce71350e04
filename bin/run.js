'use strict'
// Runs under the packaged Node: keeps to the life of the launcher, then becomes the program named in the arguments.
const net = require('node:net')
const { pathToFileURL } = require('node:url')

// The launcher holds the other end of this pipe. It closes however the launcher dies, `kill -9` included, and a
// server that outlived its launcher would hold its port and its database.
const launcher = new net.Socket({ fd: 3, readable: true, writable: false })
launcher.on('error', () => {})
launcher.on('close', () => process.kill(process.pid, 'SIGTERM'))
launcher.resume()
launcher.unref()

process.argv.splice(1, 1)
void import(pathToFileURL(process.argv[1]).href)
