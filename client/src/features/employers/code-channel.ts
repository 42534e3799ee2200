/** The code in clear goes from the screen that issued it to the page of its paper, inside this browser; it is kept nowhere. */
const CHANNEL = 'madoguchi:creation-code'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Answers whoever asks for this code, until the screen shows something else. */
export function tellCode(id: string, code: string): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', ({ data }) => {
    if (isRecord(data) && data['asked'] === id) channel.postMessage({ told: id, code })
  })
  return () => channel.close()
}

/** Asks the screens of this browser for the code of a paper. */
export function askForCode(id: string, heard: (code: string) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', ({ data }) => {
    if (isRecord(data) && data['told'] === id && typeof data['code'] === 'string') heard(data['code'])
  })
  channel.postMessage({ asked: id })
  return () => channel.close()
}
