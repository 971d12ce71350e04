'use strict'
const { execFile } = require('node:child_process')
const http = require('node:http')
const https = require('node:https')
const net = require('node:net')

const tries = 3
const patienceMs = 5_000
const pauseMs = 2_000

/** Of the network, not of what answers there: a server with its own opinion is there. */
const away = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/

/**
 * The host from which packages come, or its proxy, when it does not answer three times; null as soon as it does. npm itself tries in
 * silence for five minutes.
 */
exports.unreachable = async function unreachable(npm, signal) {
  const address = await addressOf(npm)
  for (let tried = 0; tried < tries; tried++) {
    if (signal.aborted || (await answers(address))) return null
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  return address.url.host
}

async function addressOf([command, first]) {
  const { env } = process
  const read = (name) =>
    new Promise((resolve) => execFile(command, [...first, 'config', 'get', name], (_, said) => resolve((said ?? '').trim())))
  const proxy = env.HTTPS_PROXY || env.https_proxy || env.HTTP_PROXY || env.http_proxy || (await read('https-proxy'))
  if (URL.canParse(proxy)) return { url: new URL(proxy), isProxy: true }
  const registry = await read('registry')
  return { url: new URL(URL.canParse(registry) ? registry : 'https://registry.npmjs.org/'), isProxy: false }
}

/** A proxy is there when it takes the connection; a registry has to answer, whatever it says. */
function answers({ url, isProxy }) {
  return new Promise((resolve) => {
    const isAnswer = (error) => resolve(!away.test(error.code ?? error.errors?.[0]?.code ?? ''))
    const timer = setTimeout(() => (resolve(false), asked.destroy()), patienceMs)
    const done = () => (clearTimeout(timer), resolve(true), asked.destroy())
    const port = Number(url.port) || (url.protocol === 'http:' ? 80 : 443)
    const asked = isProxy
      ? net.connect(port, url.hostname, done)
      : (url.protocol === 'http:' ? http : https).get(url, { agent: false }, done)
    asked.on('error', (error) => (clearTimeout(timer), isAnswer(error)))
  })
}
