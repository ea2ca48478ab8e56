// The frame player: points in int16 thousandths over a picture in bytes, on one canvas; nothing here asks the server.

const seen = new WeakMap() // what a mounted player remembers from one drawing to the next: the frame, the speed

function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node[name] = value
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value)
  }
  node.append(...children)
  return node
}

function inks(host) {
  const style = getComputedStyle(host)
  const read = name => style.getPropertyValue(name).trim()
  const category = read("--st-chart-categorical-colors").split(",").map(c => c.trim())
  return { generated: category[0], second: category[1], real: category[8], faint: category[9],
    diverging: read("--st-chart-diverging-colors").split(",").map(c => c.trim()) }
}

const rgb = hex => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16))

function unpack(data) {
  const packed = data.packed.getChildAt(0).get(0), bytes = new Uint8Array(packed) // a copy: int16 needs even ground
  let at = 0
  const layers = data.layers.map(layer => {
    const size = layer.frames * layer.n * 2
    const points = new Int16Array(bytes.buffer, bytes.byteOffset + at, size)
    at += 2 * size
    return { ...layer, points }
  })
  return { layers, surfaces: bytes.subarray(at) }
}

function film({ data, parentElement }) {
  const root = parentElement.querySelector("#player"), host = parentElement.host ?? parentElement
  const memory = seen.get(root) ?? { slow: false }
  seen.set(root, memory)
  memory.stop?.()
  const same = memory.title === data.title && memory.count === data.captions.length
  const { layers, surfaces } = unpack(data), ink = inks(host), words = data.words, last = data.captions.length - 1
  memory.title = data.title
  memory.count = data.captions.length
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches
  let frame = same ? Math.min(memory.frame, last) : data.start, playing = false, due = 0, ticket = 0

  const canvas = el("canvas", { tabindex: 0, role: "img", "aria-label": `${data.title}. ${words.steer}` })
  const now = el("p", { class: "now", "aria-live": "off" }), title = el("p", { class: "title" })
  title.textContent = data.title
  const range = el("input", { type: "range", min: 0, max: last, step: 1, "aria-label": words.at })
  const button = (sign, name, onclick) => {
    const node = el("button", { type: "button", "aria-label": words[name], title: words[name], onclick })
    node.textContent = sign
    return node
  }
  const play = button("▶", "play", () => playing ? pause() : run())
  const slow = button(words.slow, "slow", () => { memory.slow = !memory.slow; slow.setAttribute("aria-pressed", memory.slow) })
  slow.setAttribute("aria-pressed", memory.slow)
  const bar = el("div", { class: "bar" }, play, button("◀|", "back", () => move(-1)), button("|▶", "on", () => move(1)), slow, range)
  const legend = el("p", { class: "legend" })
  const entry = (colour, text, square) => {
    const mark = el("i", { style: `background:${colour}`, class: square ? "square" : "" }), node = el("span", {}, mark)
    node.append(document.createTextNode(text))
    legend.append(node)
  }
  for (const layer of layers) if (layer.label) entry(ink[layer.colour], layer.label, layer.lines !== 0)
  if (data.grid) { entry(ink.diverging.at(-1), data.ends[1], true); entry(ink.diverging[0], data.ends[0], true) }
  const note = el("p", { class: "note" })
  note.textContent = data.note
  root.replaceChildren(title, el("div", { class: "stage" }, canvas), now, ...(last ? [bar] : []), legend, note)

  const small = data.grid ? new OffscreenCanvas(data.grid, data.grid) : null
  const ramp = ink.diverging.map(rgb)
  function heat(at) {
    const G = data.grid, brush = small.getContext("2d"), dots = brush.createImageData(G, G)
    const first = surfaces.length > G * G ? at * G * G : 0
    for (let row = 0; row < G; row++) for (let column = 0; column < G; column++) {
      const place = surfaces[first + row * G + column] / 255 * (ramp.length - 1), i = Math.min(ramp.length - 2, Math.floor(place)), t = place - i
      const to = 4 * ((G - 1 - row) * G + column)
      for (let c = 0; c < 3; c++) dots.data[to + c] = ramp[i][c] + (ramp[i + 1][c] - ramp[i][c]) * t
      dots.data[to + 3] = 150
    }
    brush.putImageData(dots, 0, 0)
    return small
  }

  function paint() {
    const wide = Math.max(200, canvas.clientWidth), dense = devicePixelRatio || 1
    if (canvas.width !== Math.round(wide * dense)) canvas.width = canvas.height = Math.round(wide * dense)
    const brush = canvas.getContext("2d"), unit = wide / (2 * data.span) / 1000, half = wide / 2
    brush.setTransform(dense, 0, 0, dense, 0, 0)
    brush.clearRect(0, 0, wide, wide)
    if (small) { brush.imageSmoothingEnabled = true; brush.drawImage(heat(frame), 0, 0, wide, wide) }
    for (const { points, frames, n, colour, trail, lines, size } of layers) {
      const at = Math.min(frame, frames - 1), first = 2 * n * at
      const x = i => half + points[first + 2 * i] * unit, y = i => half - points[first + 2 * i + 1] * unit
      brush.fillStyle = brush.strokeStyle = ink[colour]
      if (lines < 0) { // pairs: from, to
        brush.globalAlpha = 0.8
        brush.lineWidth = 1.2
        brush.beginPath()
        for (let i = 0; i + 1 < n; i += 2) {
          const angle = Math.atan2(y(i + 1) - y(i), x(i + 1) - x(i))
          brush.moveTo(x(i), y(i))
          brush.lineTo(x(i + 1), y(i + 1))
          for (const side of [-0.5, 0.5]) {
            brush.moveTo(x(i + 1), y(i + 1))
            brush.lineTo(x(i + 1) - 4 * Math.cos(angle + side), y(i + 1) - 4 * Math.sin(angle + side))
          }
        }
        brush.stroke()
        brush.globalAlpha = 1
        continue
      }
      if (lines) {
        brush.globalAlpha = 0.6
        brush.lineWidth = 1
        brush.beginPath()
        for (let r = 0; r < lines; r++) for (let c = 0; c < n / lines; c++) {
          const i = r * (n / lines) + c
          if (c) { brush.moveTo(x(i - 1), y(i - 1)); brush.lineTo(x(i), y(i)) }
          if (r) { brush.moveTo(x(i - n / lines), y(i - n / lines)); brush.lineTo(x(i), y(i)) }
        }
        brush.stroke()
        brush.globalAlpha = 1
        continue
      }
      if (trail && at > 0) {
        brush.globalAlpha = 0.14
        brush.lineWidth = 1
        brush.beginPath()
        const from = Math.max(0, at - 4)
        for (let i = 0; i < n; i++) for (let k = from; k <= at; k++) {
          const px = half + points[2 * (n * k + i)] * unit, py = half - points[2 * (n * k + i) + 1] * unit
          if (k === from) brush.moveTo(px, py); else brush.lineTo(px, py)
        }
        brush.stroke()
      }
      brush.globalAlpha = colour === "faint" ? 0.35 : 0.75
      const side = size * wide / 480
      for (let i = 0; i < n; i++) {
        if (colour === "real" || colour === "faint") brush.fillRect(x(i) - side / 2, y(i) - side / 2, side, side)
        else { brush.beginPath(); brush.arc(x(i), y(i), side * 0.7, 0, 7); brush.fill() }
      }
      brush.globalAlpha = 1
    }
    now.textContent = data.captions[frame]
    range.value = frame
    range.setAttribute("aria-valuetext", data.captions[frame])
    memory.frame = frame
    root.dataset.frame = frame
  }

  function show(to) { frame = Math.max(0, Math.min(last, to)); paint() }
  function move(by) { pause(); show(frame + by) }
  function pause() {
    playing = false
    cancelAnimationFrame(ticket)
    play.textContent = "▶"
    play.setAttribute("aria-label", words.play)
  }
  function run() {
    if (frame === last) frame = 0
    playing = true
    play.textContent = "⏸\uFE0E"
    play.setAttribute("aria-label", words.pause)
    due = performance.now()
    ticket = requestAnimationFrame(tick)
  }
  function tick(time) {
    const each = 1000 / (data.rate * (memory.slow ? 0.2 : 1) * (still ? 0.5 : 1))
    if (time - due >= each) {
      due = Math.max(due + each, time - each)
      show(frame + 1)
      if (frame === last) return pause()
    }
    ticket = requestAnimationFrame(tick)
  }
  range.oninput = () => { pause(); show(Number(range.value)) }
  canvas.onkeydown = event => {
    const act = { " ": () => playing ? pause() : run(), ArrowRight: () => move(1), ArrowLeft: () => move(-1),
      Home: () => { pause(); show(0) }, End: () => { pause(); show(last) } }[event.key]
    if (!act) return
    act()
    event.preventDefault()
  }
  let width = 0
  const watch = new ResizeObserver(() => { if (canvas.clientWidth !== width) { width = canvas.clientWidth; paint() } })
  watch.observe(canvas)
  paint()
  memory.stop = () => { pause(); watch.disconnect() }
  return memory.stop
}

export default function (mounted) {
  return (mounted.data.corners ? slate : mounted.data.net ? board : film)(mounted)
}
