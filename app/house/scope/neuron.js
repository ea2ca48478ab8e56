// Neuron view: one query against every key, from the two vectors to the weight, number by number. Where the picture is
// narrow, q stands over the products, the keys' own numbers are left out, and of the figures the last two steps stay.

function neuron(scene) {
  const { data, ink, width, narrow, act, hint, numbers } = scene
  const { S, Dh } = data, size = data.size, pitch = Math.round(size * (data.S <= 16 ? 2.6 : 2.1))
  const { q, k, bias, weight } = numbers
  const room = Math.max(3.2 * size, Math.min((narrow ? 6.6 : 8) * size, Math.max(...data.source.shown.map(t => textWidth(t, size, ink, 650))) + 4))
  const steps = [["score", (score, _) => score], ["scaled", (score, _) => score * data.scale],
    ...(bias.some(b => b !== 0) ? [["bias", (_, j) => bias[j]]] : [])].slice(narrow ? -2 : 0)
  const figure = size * (narrow ? 3.7 : 4.3), bars = size * (narrow ? 5 : 7), gap = narrow ? 8 : 14
  const fixed = room + 8 + figure * steps.length + gap + bars
  const strip = narrow ? Math.max(80, width - fixed) : Math.max(Dh * 1.6, Math.min(Dh * 7, (width - fixed - 20) / 2)), each = strip / Dh
  const xk = room + 8, xp = narrow ? xk : xk + strip + 14, xs = xp + strip + (narrow ? 0 : 6)
  const xw = xs + figure * steps.length + gap, W = xw + bars, top = size * (narrow ? 7 : 6), H = top + pitch * S + 8
  const svg = draw("svg", { viewBox: `0 0 ${W} ${H}`, width: W, height: H, role: "group", "aria-label": data.title, "font-family": ink.font })
  const product = j => Array.from(q, (value, d) => value * k[j * Dh + d])
  const products = [...Array(S).keys()].map(product)
  const most = list => Math.max(1e-9, ...list.map(Math.abs))
  const tops = { q: most(Array.from(q)), k: most(Array.from(k)), p: most(products.flat()) }

  // One path a strip: bars up for positive, down for negative.
  function bars_(values, x, middle, top, wanted) {
    const half = pitch * 0.42
    return Array.from(values, (value, d) => wanted(value) ? `M${(x + each * d).toFixed(1)} ${middle}h${(each * 0.78).toFixed(2)}v${(-half * value / top).toFixed(2)}h${(-each * 0.78).toFixed(2)}z` : "").join("")
  }
  const strips = (values, x, middle, top, plus, minus) => [
    draw("path", { d: bars_(values, x, middle, top, v => v >= 0), fill: plus }),
    draw("path", { d: bars_(values, x, middle, top, v => v < 0), fill: minus, "fill-opacity": plus === minus ? 0.55 : 1 }),
    draw("line", { x1: x, x2: x + strip, y1: middle, y2: middle, stroke: ink.line })]
  const heading = (text, x, space, colour, anchor = "start") => wrap(text, space, size * 0.9, ink).reverse().map((line, n) =>
    label(line.trim(), x, top - size * (0.9 + 1.1 * n), size * 0.85, colour, { "text-anchor": anchor, "font-weight": 600 }))

  const qy = size * 2.7
  const first = xs + figure - textWidth(data.words[steps[0][0]], size * 0.9, ink) // where the first figure's heading begins
  svg.append(label(cut(data.query, room, size, ink, 650), room, qy, size, ink.query, { "text-anchor": "end", "font-weight": 650 }),
    label(data.words.q, xk, size * 0.7, size * 0.85, ink.query, { "font-weight": 600 }), ...strips(q, xk, qy, tops.q, ink.query, ink.query))
  svg.append(...narrow ? heading(data.words.k, room, room, ink.key, "end") : heading(data.words.k, xk, strip, ink.key),
    ...heading(data.words.product, xp, first - xp - 1.5 * size, ink.ink),
    ...steps.flatMap(([name], n) => heading(data.words[name], xs + figure * (n + 1), figure - 4, ink.ink, "end")),
    ...heading(data.words.weight, xw, bars, ink.key))

  for (let j = 0; j < S; j++) {
    const middle = top + pitch * (j + 0.5), score = products[j].reduce((a, b) => a + b, 0), chosen = j === data.picked[1]
    const name = cut(data.source.shown[j], room, size, ink, 650)
    const number = (value, x) => label(Math.abs(value) > 1e4 ? "−∞" : value.toFixed(2).replace("-", "−"), x, middle, size * 0.9, ink.ink, { "text-anchor": "end" })
    const row = draw("g", { class: "token", role: "button", tabindex: chosen || (data.picked[1] < 0 && j === 0) ? 0 : -1, "data-id": `key${j}`,
      "aria-label": `${data.query} → ${data.source.shown[j]}: q·k ${score.toFixed(2)}, ${percent(weight[j], data.lang)}` },
      draw("rect", { x: 0, y: middle - pitch / 2, width: W, height: pitch, fill: chosen ? ink.key : "transparent", "fill-opacity": 0.12, class: "band" }),
      label(name, room, middle, size, data.source.special[j] ? ink.faint : ink.key, { "text-anchor": "end", "font-weight": chosen ? 650 : 400 }),
      ...narrow ? [] : strips(k.subarray(j * Dh, (j + 1) * Dh), xk, middle, tops.k, ink.key, ink.key),
      ...strips(products[j], xp, middle, tops.p, ink.plus, ink.minus),
      ...steps.map(([, value], n) => number(value(score, j), xs + figure * (n + 1))),
      draw("rect", { x: xw, y: middle - pitch * 0.3, width: Math.max(1, (bars - size * 3.4) * weight[j]), height: pitch * 0.6, rx: 2, fill: ink.key }),
      label(percent(weight[j], data.lang), xw + (bars - size * 3.4) * weight[j] + 6, middle, size * 0.9, ink.ink))
    row.onpointermove = event => {
      const box = svg.getBoundingClientRect(), x = (event.clientX - box.left) * W / box.width
      const d = Math.floor((x - (x >= xp ? xp : xk)) / each)
      if (x < xk) return hint(0, middle, data.source.titles[j])
      if (d < 0 || d >= Dh || x > xp + strip) return hint()
      hint(x, middle, say(data.words.dimension, { d: d + 1, q: q[d].toFixed(3), k: k[j * Dh + d].toFixed(3), p: products[j][d].toFixed(3) }))
    }
    row.onpointerdown = row.onpointermove
    row.onpointerleave = () => hint()
    row.onfocus = () => { if (name !== data.source.shown[j]) hint(0, middle, data.source.shown[j]) } // a finger cannot hover
    row.onblur = () => hint()
    row.onclick = () => act({ kind: "cell", row: data.picked[0], column: j })
    row.onkeydown = event => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) svg.querySelectorAll(".token")[(j + step + S) % S].focus()
      else if (event.key === "Enter" || event.key === " ") row.onclick()
      else return
      event.preventDefault()
    }
    svg.append(row)
  }
  return { svg }
}
