// Colours of the theme on screen, and the few helpers that every picture draws with.

const SVG = "http://www.w3.org/2000/svg"

// User text only ever passes through textContent and attributes, never through markup.
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag)
  return dress(node, attributes, children)
}

function draw(tag, attributes = {}, ...children) {
  return dress(document.createElementNS(SVG, tag), attributes, children)
}

function dress(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node[name] = value
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value)
  }
  node.append(...children.filter(child => child !== null && child !== undefined))
  return node
}

// Literal colours, so that a picture can leave the page exactly as it stands.
function inks(host) {
  const style = getComputedStyle(host)
  const read = name => style.getPropertyValue(name).trim()
  const category = read("--st-chart-categorical-colors").split(",").map(c => c.trim())
  return {
    paper: read("--st-background-color"), sheet: read("--st-secondary-background-color"),
    ink: read("--st-text-color"), line: read("--st-border-color"), font: read("--st-font"),
    query: category[0], key: category[1], value: category[2], grey: category[3], faint: category[9],
    heads: [category[1], category[4], category[2], category[6], category[5], category[7], category[0]],
    ramp: read("--st-chart-sequential-colors").split(",").map(c => c.trim()),
    minus: read("--st-chart-diverging-colors").split(",")[0], plus: read("--st-chart-diverging-colors").split(",").at(-1),
  }
}

const DASHES = ["", "5 3", "1.5 3"] // the second mark: after seven heads the colours come round again

function headMark(ink, head) {
  return { colour: ink.heads[head % 7], dash: DASHES[Math.floor(head / 7) % 3] }
}

const rgb = hex => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16))

// Square-root scale from 0 to 1: a weight of 5 % is still seen beside one of 90 %.
function shade(ink, weight) {
  const place = Math.sqrt(Math.max(0, Math.min(1, weight))) * (ink.ramp.length - 1)
  const i = Math.min(ink.ramp.length - 2, Math.floor(place)), t = place - i
  const low = rgb(ink.ramp[i]), high = rgb(ink.ramp[i + 1])
  return low.map((c, n) => Math.round(c + (high[n] - c) * t))
}

const css = ([r, g, b]) => `rgb(${r},${g},${b})`
const luminance = ([r, g, b]) => (0.299 * r + 0.587 * g + 0.114 * b) / 255

// As app/house/numbers.py writes it.
function percent(weight, lang) {
  const value = 100 * weight, gap = lang === "zh" ? "" : "\u00a0"
  if (value > 0 && value < 0.05) return `<${gap}0.1${gap}%`
  return `${value >= 99.95 ? "100" : value >= 9.95 ? value.toFixed(0) : value.toFixed(1)}${gap}%`
}

const pen = document.createElement("canvas").getContext("2d")

function textWidth(text, size, ink, weight = 400) {
  pen.font = `${weight} ${size}px ${ink.font}`
  return pen.measureText(text).width
}

function cut(text, room, size, ink, weight = 400) {
  if (textWidth(text, size, ink, weight) <= room) return text
  const letters = Array.from(text)
  while (letters.length > 1 && textWidth(letters.join("") + "…", size, ink, weight) > room) letters.pop()
  return letters.join("") + "…"
}

function label(text, x, y, size, colour, more = {}) {
  return draw("text", { x, y, "font-size": size, fill: colour, "dominant-baseline": "central", ...more },
    document.createTextNode(text))
}

// Fill {blanks} of a sentence that Python translated.
const say = (sentence, facts) => sentence.replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? "")

async function inflate(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))
  return new Response(stream).arrayBuffer()
}

// The twin of core/attention/payload.py: steps of the rows, then one byte a weight.
async function unpack(bytes, shape) {
  const plain = await inflate(bytes), rows = shape.slice(0, -1).reduce((a, b) => a * b, 1), S = shape.at(-1)
  const step = new Float32Array(plain, 0, rows), code = new Uint8Array(plain, 4 * rows)
  return { shape, at: (row, column) => code[row * S + column] * step[row] }
}
