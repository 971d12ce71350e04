import * as mupdf from 'mupdf'

/** What a test reads back out of a PDF file. mupdf is a development dependency: the product itself never reads PDF. */
export type PdfReading = {
  readonly pages: readonly string[]
  /** The whole text without white space and line ends, so that a line break in the layout hides no words. */
  readonly text: string
  /** The XMP metadata, where the archive standard is named. */
  readonly metadata: string
  readonly title: string
}

export function readPdf(bytes: Uint8Array): PdfReading {
  const document = new mupdf.PDFDocument(bytes)
  const pages = Array.from({ length: document.countPages() }, (_, at) => pageText(document, at))
  const metadata = document.getTrailer().get('Root', 'Metadata').readStream().asString()
  const title = document.getMetaData('info:Title') ?? ''
  document.destroy()
  return { pages, text: withoutSpace(pages.join('')), metadata, title }
}

function pageText(document: mupdf.PDFDocument, at: number): string {
  return document.loadPage(at).toStructuredText('preserve-whitespace').asText()
}

/** Text as `PdfReading.text` holds it, for comparing. */
export function withoutSpace(text: string): string {
  return text.replaceAll(/[\s\u3000\u200b]+/g, '')
}

/** True when the file says of itself that it keeps to PDF/A-2a. */
export function isArchivePdf(reading: PdfReading): boolean {
  return (
    reading.metadata.includes('<pdfaid:part>2</pdfaid:part>') && reading.metadata.includes('<pdfaid:conformance>A</pdfaid:conformance>')
  )
}

/** One page of paper: its lines of text, and in points its width and where the line that reaches farthest ends. */
export interface PrintedPage {
  lines: string[]
  width: number
  right: number
}

type Block = { lines?: { text: string; bbox: { x: number; w: number } }[] }

export function printedPages(bytes: Uint8Array): PrintedPage[] {
  const document = new mupdf.PDFDocument(bytes)
  const pages = Array.from({ length: document.countPages() }, (_, at) => {
    const page = document.loadPage(at)
    const { blocks } = JSON.parse(page.toStructuredText('preserve-whitespace').asJSON()) as { blocks: Block[] }
    const lines = blocks.flatMap((block) => block.lines ?? []).filter(({ text }) => text.trim() !== '')
    const [left, , right] = page.getBounds()
    return { lines: lines.map(({ text }) => text), width: right - left, right: Math.max(0, ...lines.map(({ bbox }) => bbox.x + bbox.w)) }
  })
  document.destroy()
  return pages
}
