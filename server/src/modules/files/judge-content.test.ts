import { strToU8, zipSync, type Zippable } from 'fflate'
import { describe, expect, it } from 'vitest'
import { cleanName, EXTENSIONS, extensionOf, problemsOfFile } from './files.rules.ts'
import { isSoundContent } from './judge-content.ts'

const MAIN = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
}
const types = (main: string) =>
  strToU8(`<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`)
const packed = (main: string, more: Zippable = {}) =>
  zipSync({ '[Content_Types].xml': types(main), 'word/document.xml': strToU8('<w:document/>'), ...more })

function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(64)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  bytes.set([8, 2, 0, 0, 0, 0, 0, 0, 0], 24)
  bytes.set([0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54], 33)
  return bytes
}
const jpeg = (width: number, height: number) =>
  Uint8Array.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    0,
    0,
    0xff,
    0xc0,
    0,
    11,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    1,
    1,
    0x11,
    0,
    0xff,
    0xd9,
  ])
const pdf = strToU8('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF')
const exe = Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0])

describe('a name', () => {
  it('is taken by its last ending, in any case and width', () => {
    expect(EXTENSIONS).toEqual([
      'bmp',
      'csv',
      'docx',
      'gif',
      'jfif',
      'jpeg',
      'jpg',
      'pdf',
      'png',
      'pptx',
      'rtf',
      'tif',
      'txt',
      'xlsb',
      'xlsx',
      'xps',
    ])
    expect(['履歴書.PDF', '履歴書．ＰＤＦ', 'a.exe.pdf'].map(extensionOf)).toEqual(['pdf', 'pdf', 'pdf'])
    expect(['履歴書', 'a.pdf.exe', '写真.heic', 'a.svg', 'a.constructor', '.pdf '].map(extensionOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
      'pdf',
    ])
  })

  it('is kept without folders, control characters and marks that turn the direction of writing', () => {
    expect(cleanName('../../etc/履歴書_水野.pdf')).toBe('履歴書_水野.pdf')
    expect(cleanName('C:\\temp\\a\u0000b\r\n.pdf')).toBe('ab.pdf')
    expect(cleanName('kirekisho\u202efdp.exe')).toBe('kirekishofdp.exe')
    expect(extensionOf(cleanName('kirekisho\u202efdp.exe'))).toBeNull()
    expect(cleanName('ﾘﾚｷｼｮ①.pdf')).toBe('ﾘﾚｷｼｮ①.pdf')
    const long = cleanName(`${'履'.repeat(200)}.pdf`)
    expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(255)
    expect(long.endsWith('履.pdf')).toBe(true)
  })

  it('and a size up to the limit are no problem, a byte more is, for one file and for all of an account', () => {
    const policy = { fileBytes: 10 * 1024 * 1024, fileBytesPerAccount: 200 * 1024 * 1024 }
    const codes = (file: { name?: string; size: number; taken?: number }) =>
      problemsOfFile({ name: 'a.pdf', taken: 0, ...file }, policy).map(({ code }) => code)
    expect(codes({ size: policy.fileBytes })).toEqual([])
    expect(codes({ name: 'a.exe', size: policy.fileBytes + 1 })).toEqual(['FILE_TYPE', 'FILE_SIZE'])
    expect(codes({ size: 0 })).toEqual(['FILE_SIZE'])
    expect(codes({ size: 10, taken: policy.fileBytesPerAccount - 10 })).toEqual([])
    expect(codes({ size: 11, taken: policy.fileBytesPerAccount - 10 })).toEqual(['FILE_SPACE'])
  })
})

describe('content', () => {
  it('that is what the name says is taken', async () => {
    expect(await isSoundContent('pdf', pdf)).toBe(true)
    expect(await isSoundContent('png', png(800, 600))).toBe(true)
    expect(await isSoundContent('jfif', jpeg(800, 600))).toBe(true)
    expect(await isSoundContent('rtf', strToU8('{\\rtf1\\ansi はい}'))).toBe(true)
    expect(await isSoundContent('gif', Uint8Array.from([...strToU8('GIF89a'), 10, 0, 10, 0, 0, 0, 0, 0]))).toBe(true)
    expect(await isSoundContent('docx', packed(MAIN.docx))).toBe(true)
    expect(await isSoundContent('xlsx', packed(MAIN.xlsx))).toBe(true)
  })

  it('of another kind than the name is refused', async () => {
    expect(await isSoundContent('pdf', exe)).toBe(false)
    expect(await isSoundContent('txt', exe)).toBe(false)
    expect(await isSoundContent('png', jpeg(10, 10))).toBe(false)
    expect(await isSoundContent('pdf', strToU8('<html>%PDF'))).toBe(false)
    expect(await isSoundContent('docx', packed(MAIN.xlsx))).toBe(false)
    expect(await isSoundContent('docx', zipSync({ 'a.txt': strToU8('a') }))).toBe(false)
    expect(await isSoundContent('docx', strToU8('PK\u0003\u0004 not a package'))).toBe(false)
    expect(await isSoundContent('docx', new Uint8Array(0))).toBe(false)
  })

  it('of a text is UTF-8, UTF-16 with its mark, or CP932, and holds no NUL', async () => {
    const cp932 = Uint8Array.from([0x97, 0x9a, 0x97, 0xf0, 0x8f, 0x91, 0x2c, 0x31])
    const utf16 = Uint8Array.from([0xff, 0xfe, 0x42, 0x30, 0x44, 0x30])
    for (const text of [strToU8('氏名,電話\r\n水野,090'), cp932, utf16]) expect(await isSoundContent('csv', text)).toBe(true)
    for (const text of [strToU8('a\0b'), Uint8Array.from([0xff, 0x41, 0xfd]), Uint8Array.from([0xff, 0xfe, 0x00, 0x00])])
      expect(await isSoundContent('csv', text)).toBe(false)
  })

  it('of a picture has at most 50 million pixels', async () => {
    expect(await isSoundContent('png', png(10_000, 5_000))).toBe(true)
    expect(await isSoundContent('png', png(10_000, 5_001))).toBe(false)
    expect(await isSoundContent('png', png(50_000, 50_000))).toBe(false)
    expect(await isSoundContent('jpg', jpeg(60_000, 60_000))).toBe(false)
    expect(await isSoundContent('gif', Uint8Array.from([...strToU8('GIF89a'), 255, 255, 255, 255, 0, 0, 0, 0]))).toBe(false)
    expect(await isSoundContent('png', png(0, 100))).toBe(false)
  })
})

describe('a package', () => {
  const refused: [string, () => Uint8Array][] = [
    ['with macros', () => packed(MAIN.docx, { 'word/vbaProject.bin': strToU8('x') })],
    ['whose main part may run macros', () => packed(MAIN.docm)],
    ['with a program inside', () => packed(MAIN.docx, { 'word/embeddings/setup.exe': exe })],
    ['with an embedded object', () => packed(MAIN.docx, { 'word/embeddings/oleObject1.bin': exe })],
    ['that climbs out of its folder', () => packed(MAIN.docx, { '../../evil.xml': strToU8('x') })],
    ['with an absolute path', () => packed(MAIN.docx, { '/etc/passwd': strToU8('x') })],
    [
      'that fetches its template from elsewhere',
      () =>
        packed(MAIN.docx, {
          'word/_rels/settings.xml.rels': strToU8(
            '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>',
          ),
        }),
    ],
    ['with a document type', () => packed(MAIN.docx, { '_rels/.rels': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><Relationships/>') })],
    [
      'of more than 2,000 entries',
      () => packed(MAIN.docx, Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`word/${i}.xml`, strToU8('x')]))),
    ],
    [
      'that unpacks to more than a hundred times its size',
      () => packed(MAIN.docx, { 'word/media/a.xml': new Uint8Array(20 * 1024 * 1024) }),
    ],
    [
      'that says it unpacks to more than 100 MB',
      () => {
        const zip = packed(MAIN.docx, { 'word/media/a.xml': Uint8Array.from({ length: 2_000_000 }, (_, i) => (i * 7919) >> 3) })
        const view = new DataView(zip.buffer)
        for (let at = 0; at < zip.length - 46; at++)
          if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 2_000_000)
            view.setUint32(at + 24, 101 * 1024 * 1024, true)
        return zip
      },
    ],
  ]
  it.each(refused)('%s is refused', async (_, make) => {
    expect(await isSoundContent('docx', make())).toBe(false)
  })

  it('whose text links to a page is taken', async () => {
    const links = packed(MAIN.docx, {
      'word/_rels/document.xml.rels': strToU8(
        '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://portfolio.example/" TargetMode="External"/></Relationships>',
      ),
    })
    expect(await isSoundContent('docx', links)).toBe(true)
  })
})
