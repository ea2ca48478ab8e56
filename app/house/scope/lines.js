// Head view: who looks (left) is joined to what is looked at (right); the weight is the line's strength.

const FAINTEST = 0.03 // thinner lines cannot be seen; a pointed-at token shows all of its own
const LEAST = 0.35 // of the width belongs to the lines, however long the words are
const LIT = 650 // weight of type

function lines(scene) {
  const { data, ink, weights, width, narrow, act, speak, hint } = scene
  const [, T, S] = weights.shape
  const size = data.size, pitch = Math.max(24, Math.round(size * (Math.max(T, S) <= 16 ? 2.3 : 1.7))), top = size * 2.4
  const W = Math.min(width, 44 * size + 120), figures = Math.max(10, size * 0.8)
  const gutter = narrow ? textWidth(percent(1, data.lang), figures, ink) + 6 : size * 3.4
  const margin = narrow ? 0 : gutter // a narrow picture has no gutter on the left: a name makes room while its figure is shown
  const room = Math.min(11 * size, W * 0.27, (W - W * LEAST - margin - gutter) / 2 - 8)
  const wide = side => Math.min(room, Math.max(...side.shown.map(t => textWidth(t, size, ink, LIT)))) + 8
  const x1 = Math.max(margin + wide(data.target), textWidth(data.words.looks, size * 0.85, ink, 600)), x2 = W - gutter - wide(data.source)
  const y = i => top + pitch * (i + 0.5)
  const H = top + pitch * Math.max(T, S) + 6
  const svg = draw("svg", { viewBox: `0 0 ${W} ${H}`, width: W, height: H, role: "group", "aria-label": data.title,
    "font-family": ink.font })
  const mix = draw("linearGradient", { id: "look", gradientUnits: "userSpaceOnUse", x1, x2, y1: 0, y2: 0 },
    draw("stop", { offset: "0", "stop-color": ink.query }), draw("stop", { offset: "1", "stop-color": ink.key }))
  const field = draw("g", { fill: "none" }), front = draw("g", { fill: "none" }), names = draw("g"), notes = draw("g")
  svg.append(draw("defs", {}, mix), field, front, names, notes)
  names.append(
    label(data.words.looks, x1, size, size * 0.85, ink.query, { "text-anchor": "end", "font-weight": 600 }),
    label(data.words.looked, Math.min(x2, W - textWidth(data.words.looked, size * 0.85, ink, 600)), size, size * 0.85, ink.key,
      { "font-weight": 600 }))

  let on = new Set(data.on), pointed = null
  const noted = new Set() // rows with a figure beside them
  let locked = data.locked
  const place = new Map(data.have.map((head, n) => [head, n])) // of a long text only the heads on screen are here
  const weight = (head, i, j) => place.has(head) ? weights.at(place.get(head) * T + i, j) : 0
  const mean = (i, j) => [...on].reduce((sum, head) => sum + weight(head, i, j), 0) / Math.max(1, on.size)

  function stroke(head, i, j, w) {
    const mark = headMark(ink, head), rest = data.rest && j === S - 1, bend = (x2 - x1) * 0.42
    const lane = on.size > 1 ? ([...on].indexOf(head) - (on.size - 1) / 2) * Math.min(3, pitch * 0.6 / on.size) : 0
    const from = y(i) + lane, to = y(j) + lane + 0.01 // a gradient needs a path with some height
    return draw("path", {
      d: `M${x1} ${from}C${x1 + bend} ${from} ${x2 - bend} ${to} ${x2} ${to}`,
      stroke: rest ? ink.grey : on.size > 1 ? mark.colour : "url(#look)", "stroke-opacity": Math.min(1, 0.08 + w).toFixed(3),
      "stroke-width": (0.6 + 3.2 * w).toFixed(2), "stroke-dasharray": rest ? "2 4" : on.size > 1 ? mark.dash : "",
    })
  }

  function repaint() {
    const many = []
    for (const head of on) for (let i = 0; i < T; i++) for (let j = 0; j < S; j++) {
      const w = weight(head, i, j)
      if (w >= FAINTEST) many.push([w, head, i, j])
    }
    many.sort((a, b) => a[0] - b[0])
    field.replaceChildren(...many.slice(-6000).map(([w, head, i, j]) => stroke(head, i, j, w)))
    point(pointed)
  }

  // What stands out: the token under the pointer, else the locked one, else the strongest pair of words.
  function point(next) {
    pointed = next
    const now = pointed ?? (locked >= 0 ? { side: "target", at: locked } : null)
    const pair = now === null && on.size === 1 && data.best ? data.best : null
    field.setAttribute("opacity", now ? 0.1 : pair ? 0.55 : 1)
    front.replaceChildren(); notes.replaceChildren(); noted.clear()
    if (pair) {
      const [head] = on, w = weight(head, ...pair)
      note("source", pair[1], w)
      front.append(dress(stroke(head, ...pair, w), { "stroke-opacity": 1 }, []))
    }
    if (now) {
      const across = now.side === "target" ? "source" : "target", n = across === "source" ? S : T
      for (let other = 0; other < n; other++) {
        const [i, j] = now.side === "target" ? [now.at, other] : [other, now.at]
        for (const head of on) if (weight(head, i, j) > 0.002) front.append(stroke(head, i, j, weight(head, i, j)))
        note(across, other, mean(i, j))
      }
    }
    for (const [side, nodes] of Object.entries(tokens)) nodes.forEach((node, k) => {
      const lit = now && now.side === side && now.at === k || pair && pair[side === "target" ? 0 : 1] === k
      node.classList.toggle("lit", Boolean(lit))
      if (side === "target" && narrow) node.lastChild.textContent = fitted(side, k, noted.has(k) ? x1 - 8 - gutter : room)
      node.lastChild.setAttribute("font-weight", lit ? LIT : 400)
      node.lastChild.setAttribute("fill", lit ? (side === "target" ? ink.query : ink.key) : resting(side, k))
      node.setAttribute("aria-pressed", String(side === "target" && k === locked))
    })
  }

  function note(side, k, w) {
    if (w < 0.005) return
    const left = side === "target", reach = (gutter - 8) * Math.sqrt(w)
    if (left) noted.add(k)
    const colour = left ? ink.query : ink.key, base = y(k) + pitch * 0.32
    notes.append(
      draw("rect", { x: left ? gutter - 4 - reach : W - gutter + 4, y: base, width: reach, height: 2, fill: colour }),
      label(percent(w, data.lang), left ? gutter - 4 : W - gutter + 4, y(k) - 2, figures, colour,
        { "text-anchor": left ? "end" : "start" }))
  }

  const fitted = (side, k, space) => cut(data[side].shown[k], Math.min(room, space), size, ink, LIT)
  const resting = (side, k) => data[side].special[k] ? ink.faint : ink.ink

  function token(side, k) {
    const left = side === "target", text = data[side].shown[k]
    const band = draw("rect", { x: left ? 0 : x2 + 1, y: y(k) - pitch / 2, width: left ? x1 - 1 : W - x2 - 1, height: pitch,
      fill: "transparent", class: "band" })
    const fits = fitted(side, k, room)
    const name = label(fits, left ? x1 - 8 : x2 + 8, y(k), size, resting(side, k),
      { "text-anchor": left ? "end" : "start" })
    const rest = data.rest && !left && k === S - 1
    if (rest) name.setAttribute("font-style", "italic")
    const node = draw("g", { class: "token", role: "button", tabindex: left && k === Math.max(0, locked) ? 0 : -1, "data-id": `${side}${k}`,
      "aria-label": say(left ? data.words.row : data.words.column, { token: text, place: k + 1 }) },
      draw("title", {}, document.createTextNode(data[side].titles[k])), band, name)
    node.onpointerenter = event => { if (event.pointerType !== "touch") point({ side, at: k }) }
    node.onpointerleave = () => point(null)
    node.onfocus = () => { point({ side, at: k }); tell(side, k); if (fits !== text) hint(left ? 0 : x2, y(k) - pitch / 2, text) } // a finger cannot hover
    node.onblur = () => { point(null); hint() }
    node.onclick = () => choose(side, k)
    node.onkeydown = event => walk(event, side, k)
    return node
  }

  function tell(side, k) {
    if (side !== "target") return
    const best = [...Array(S).keys()].sort((a, b) => mean(k, b) - mean(k, a)).slice(0, 3)
    speak(`${data.target.shown[k]}: ` + best.map(j => `${data.source.shown[j]} ${percent(mean(k, j), data.lang)}`).join(", "))
  }

  function choose(side, k) {
    if (data.rest && side === "source" && k === S - 1) return
    if (side === "target") {
      locked = locked === k ? -1 : k
      act({ kind: "token", row: locked })
    } else if (locked >= 0) act({ kind: "cell", row: locked, column: k })
    point(pointed)
  }

  function walk(event, side, k) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], n = tokens[side].length
    if (step) tokens[side][(k + step + n) % n].focus()
    else if (event.key === "ArrowRight") tokens.source[Math.min(k, S - 1)].focus()
    else if (event.key === "ArrowLeft") tokens.target[Math.min(k, T - 1)].focus()
    else if (event.key === "Enter" || event.key === " ") choose(side, k)
    else if (event.key === "Escape" && locked >= 0) choose("target", locked)
    else return
    event.preventDefault()
  }

  const tokens = { target: data.target.shown.map((_, k) => token("target", k)),
    source: data.source.shown.map((_, k) => token("source", k)) }
  names.append(...tokens.target, ...tokens.source)
  repaint()
  const chips = heads(scene, on, next => { on = next; repaint(); act({ kind: "heads", on: [...on].sort((a, b) => a - b) }) })
  return { svg, above: chips }
}

// The row of heads: a click adds or removes one, a double click leaves it alone on stage.
function heads({ data, ink }, on, changed) {
  const row = el("div", { class: "chips", role: "group", "aria-label": data.words.heads })
  row.append(el("span", { class: "chipname" }, document.createTextNode(data.words.heads)))
  const press = (chip, pressed) => chip.setAttribute("aria-pressed", String(pressed))
  const refresh = () => {
    chips.forEach((chip, head) => press(chip, on.has(head)))
    press(every, on.size === data.all)
    press(alone, on.size === 1 && on.has(data.head))
  }
  const become = next => { on = new Set(next.length ? next : [data.head]); refresh(); changed(on) }
  const chips = [...Array(data.all).keys()].map(head => {
    const mark = headMark(ink, head)
    const chip = el("button", { type: "button", class: "chip", "data-id": `head${head}`, title: data.words.chip,
      "aria-label": say(data.words.head, { head: head + 1 }) },
      draw("svg", { width: 12, height: 6, "aria-hidden": "true" }, draw("line", { x1: 0, x2: 12, y1: 3, y2: 3, stroke: mark.colour, "stroke-width": 4,
        "stroke-dasharray": mark.dash })), document.createTextNode(String(head + 1)))
    chip.onclick = () => become(on.has(head) ? [...on].filter(h => h !== head) : [...on, head])
    chip.ondblclick = () => become([head])
    return chip
  })
  const every = el("button", { type: "button", class: "chip plain", "data-id": "every" }, document.createTextNode(data.words.every))
  every.onclick = () => become([...chips.keys()])
  const alone = el("button", { type: "button", class: "chip plain", "data-id": "alone" },
    document.createTextNode(say(data.words.alone, { head: data.head + 1 })))
  alone.onclick = () => become([data.head])
  row.append(...chips, every, alone)
  refresh()
  return row
}
