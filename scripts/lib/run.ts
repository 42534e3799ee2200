import { spawn } from 'node:child_process'

export type Run = { code: number; output: string }
type Options = { cwd: string; env?: Record<string, string>; show?: boolean }

/**
 * Runs a program to its end; `show` lets it write to the terminal, otherwise its output is kept.
 * The tsconfig path that tsx hands to its children is relative to the root, so it would lead nowhere in other folders.
 */
export function run(program: string, args: readonly string[], { cwd, env = {}, show = false }: Options): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, TSX_TSCONFIG_PATH: undefined, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    child.stdout?.on('data', (text: Buffer) => (output += text.toString()))
    child.stderr?.on('data', (text: Buffer) => (output += text.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Runs a program whose failure ends the whole script, with its output as the reason. */
export async function runOrFail(program: string, args: readonly string[], options: Options): Promise<void> {
  const { code, output } = await run(program, args, options)
  if (code !== 0) throw new Error(`${[program, ...args].join(' ')}\n${output}`)
}
