/**
 * Kills the process, as `kill -9` would, when the environment names this point (`KADO_FAULT=money.close.posted`). Tests
 * put their crash between any two steps of money with it; without the variable it does nothing.
 */
export function faultPoint(name: string): void {
  if (process.env['KADO_FAULT'] === name) process.kill(process.pid, 'SIGKILL')
}
