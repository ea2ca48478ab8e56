// Matrix view: a row looks, a column is looked at. Hover lights both; a click opens the numbers of the cell.

const RECTANGLES = 4096 // beyond, the cells are one image: thousands of elements would make the page slow

function grid(scene) {
  const { data, ink, weights, width, act, speak, hint } = scene
  const [T, S] = weights.shape, n = Math.max(T, S), large = data.size
  const guess = Math.floor((width - 6 * large) / S), least = n > 80 ? 5 : n > 40 ? 10 : 22
  const size = Math.max(10, 0.64 * large, Math.min(large, Math.max(least, guess) * 0.95)) // type shrinks before the cells touch
  const longest = side => Math.max(...side.shown.map(t => textWidth(t, size, ink)))
  const room = Math.min(8 * size, longest(data.target) + 6)
  const slope = Math.PI / 4, lean = Math.min(8 * size, longest(data.source)) * Math.cos(slope) * 0.8 // past the last column
  const cell = Math.max(least, Math.min(3.6 * size, Math.floor((width - room - lean - 24) / S)))
  const named = cell >= size, left = named ? room + 8 : 30
  const head = named ? Math.min(8 * size, longest(data.source)) * Math.sin(slope) + size * 2.6 : size * 2.1
  const W = Math.max(left + cell * S + (named ? lean : 0) + 8, 15 * size), H = head + cell * T + size * 3.6
  const svg = draw("svg", { viewBox: `0 0 ${W} ${H}`, width: W, height: H, tabindex: 0, role: "img", "data-id": "grid",
    "aria-label": `${data.title}. ${data.words.steer}`, "font-family": ink.font, class: "grid" })
  const x = j => left + cell * j, y = i => head + cell * i
  const rest = j => data.rest && j === S - 1

  const looks = label(`↓ ${data.words.looks}`, 0, size * 0.7, size * 0.85, ink.query, { "font-weight": 600 })
  const after = textWidth(`↓ ${data.words.looks}`, size * 0.85, ink, 600) + size
  svg.append(looks, label(`→ ${data.words.looked}`, Math.max(left, after), size * 0.7, size * 0.85, ink.key, { "font-weight": 600 }))
  const rows = data.target.shown.map((t, i) => named ? label(cut(t, room, size, ink), left - 8, y(i) + cell / 2, size,
    data.target.special[i] ? ink.faint : ink.ink, { "text-anchor": "end" }) : null)
  const columns = data.source.shown.map((t, j) => named ? label(cut(t, 8 * size, size, ink), 0, 0, size,
    data.source.special[j] || rest(j) ? ink.faint : ink.ink, { transform: `translate(${x(j) + cell / 2},${head - 8}) rotate(-45)`,
      "font-style": rest(j) ? "italic" : null }) : null)
  svg.append(...[...rows, ...columns].filter(Boolean), T * S <= RECTANGLES ? cells() : picture())

  function colour(i, j) {
    const w = weights.at(i, j)
    return rest(j) ? rgb(ink.sheet).map((c, k) => Math.round(c + (rgb(ink.grey)[k] - c) * Math.sqrt(w))) : shade(ink, w)
  }

  function cells() {
    const all = draw("g"), figures = cell >= 2.1 * size
    for (let i = 0; i < T; i++) for (let j = 0; j < S; j++) {
      const w = weights.at(i, j), fill = colour(i, j)
      all.append(draw("rect", { x: x(j), y: y(i), width: cell - 1, height: cell - 1, rx: 2, fill: css(fill) }))
      if (figures && w >= 0.01) all.append(label(String(Math.round(100 * w)), x(j) + cell / 2 - 0.5, y(i) + cell / 2, size * 0.75,
        luminance(fill) > 0.55 ? "#1F2430" : "#FFFFFF", { "text-anchor": "middle" }))
    }
    return all
  }

  function picture() {
    const canvas = el("canvas", { width: S, height: T }), brush = canvas.getContext("2d"), dots = brush.createImageData(S, T)
    for (let i = 0; i < T; i++) for (let j = 0; j < S; j++) dots.data.set([...colour(i, j), 255], 4 * (i * S + j))
    brush.putImageData(dots, 0, 0)
    return draw("image", { href: canvas.toDataURL(), x: left, y: head, width: cell * S, height: cell * T,
      preserveAspectRatio: "none", style: "image-rendering:pixelated" })
  }

  const band = (stroke) => draw("rect", { fill: "none", stroke, "stroke-width": 2, rx: 3, visibility: "hidden", class: "mark" })
  const row = band(ink.query), column = band(ink.key), ring = band(ink.query)
  svg.append(row, column, ring, legend())
  const place = (node, at) => dress(node, { ...at, visibility: "visible" }, [])
  const [pi, pj] = data.picked
  if (pi >= 0 && pj >= 0) place(ring, { x: x(pj) - 2, y: y(pi) - 2, width: cell + 3, height: cell + 3 })

  function legend() {
    const g = draw("g"), long = Math.min(11 * size, cell * S), base = head + cell * T + size * 0.9
    for (let k = 0; k < 40; k++) g.append(draw("rect", { x: left + long * k / 40, y: base, width: long / 40 + 0.5, height: size * 0.6,
      fill: css(shade(ink, (k / 39) ** 2)) }))
    for (const w of [0, 0.05, 0.25, 0.5, 1]) g.append(label(`${100 * w}`, left + long * Math.sqrt(w), base + size * 1.3, size * 0.75, ink.faint,
      { "text-anchor": "middle" }))
    g.append(label(data.words.scale, left + long + size * 0.9, base + size * 0.3, size * 0.75, ink.faint))
    return g
  }

  let cursor = [Math.max(0, pi), Math.max(0, pj)]
  function show([i, j]) {
    cursor = [i, j]
    place(row, { x: left - 2, y: y(i) - 2, width: cell * S + 3, height: cell + 3 })
    place(column, { x: x(j) - 2, y: head - 2, width: cell + 3, height: cell * T + 3 })
    rows.forEach((node, k) => node?.setAttribute("font-weight", k === i ? 650 : 400))
    columns.forEach((node, k) => node?.setAttribute("font-weight", k === j ? 650 : 400))
    hint(x(j) + cell, y(i), `${data.target.shown[i]} → ${data.source.shown[j]} · ${percent(weights.at(i, j), data.lang)}`)
  }
  function leave() {
    for (const node of [row, column]) node.setAttribute("visibility", "hidden")
    hint()
  }
  function under(event) {
    const box = svg.getBoundingClientRect(), zoom = W / box.width
    const j = Math.floor(((event.clientX - box.left) * zoom - left) / cell), i = Math.floor(((event.clientY - box.top) * zoom - head) / cell)
    return i >= 0 && i < T && j >= 0 && j < S ? [i, j] : null
  }
  const pick = at => { if (!rest(at[1])) { place(ring, { x: x(at[1]) - 2, y: y(at[0]) - 2, width: cell + 3, height: cell + 3 }); act({ kind: "cell", row: at[0], column: at[1] }) } }
  svg.onpointermove = event => { const at = under(event); if (at) show(at); else leave() }
  svg.onpointerleave = leave
  svg.onblur = leave
  svg.onclick = event => { const at = under(event); if (at) pick(at) }
  svg.onkeydown = event => {
    const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key]
    if (step) {
      show([(cursor[0] + step[0] + T) % T, (cursor[1] + step[1] + S) % S])
      speak(`${data.target.shown[cursor[0]]} → ${data.source.shown[cursor[1]]}: ${percent(weights.at(...cursor), data.lang)}`)
    } else if (event.key === "Enter" || event.key === " ") pick(cursor)
    else return
    event.preventDefault()
  }
  return { svg }
}
