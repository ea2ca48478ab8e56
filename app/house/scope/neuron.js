// Neuron view: one query against every key, from the two vectors to the weight, number by number.

function neuron(scene) {
  const { data, ink, width, act, hint, numbers } = scene
  const { S, Dh } = data, size = data.size, pitch = Math.round(size * (data.S <= 16 ? 2.6 : 2.1))
  const { q, k, bias, weight } = numbers
  const room = Math.min(8 * size, Math.max(...data.source.shown.map(t => textWidth(t, size, ink))) + 10)
  const figure = size * 4.3, biased = bias.some(b => b !== 0), bars = size * 7
  const fixed = room + figure * (biased ? 3 : 2) + bars + 40
  const strip = Math.max(Dh * 3.2, Math.min(Dh * 7, (width - fixed) / 2)), each = strip / Dh
  const xk = room + 8, xp = xk + strip + 14, xs = xp + strip + 6
  const at = { score: xs + figure, scaled: xs + 2 * figure, bias: xs + 3 * figure, weight: xs + figure * (biased ? 3 : 2) + 14 }
  const W = at.weight + bars, top = size * 6, H = top + pitch * S + 8
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
  const heading = (text, x, colour, anchor = "start") => label(text, x, top - size * 0.9, size * 0.85, colour, { "text-anchor": anchor, "font-weight": 600 })

  const qy = size * 2.7
  svg.append(label(cut(data.query, room, size, ink), room, qy, size, ink.query, { "text-anchor": "end", "font-weight": 650 }),
    label(data.words.q, xk, size * 0.7, size * 0.85, ink.query, { "font-weight": 600 }), ...strips(q, xk, qy, tops.q, ink.query, ink.query))
  svg.append(heading(data.words.k, xk, ink.key), heading(data.words.product, xp, ink.ink), heading(data.words.score, at.score, ink.ink, "end"),
    heading(data.words.scaled, at.scaled, ink.ink, "end"), heading(data.words.weight, at.weight, ink.key))
  if (biased) svg.append(heading(data.words.bias, at.bias, ink.ink, "end"))

  for (let j = 0; j < S; j++) {
    const middle = top + pitch * (j + 0.5), score = products[j].reduce((a, b) => a + b, 0), chosen = j === data.picked[1]
    const number = (value, x) => label(Math.abs(value) > 1e4 ? "−∞" : value.toFixed(2).replace("-", "−"), x, middle, size * 0.9, ink.ink, { "text-anchor": "end" })
    const row = draw("g", { class: "token", role: "button", tabindex: chosen || (data.picked[1] < 0 && j === 0) ? 0 : -1, "data-id": `key${j}`,
      "aria-label": `${data.query} → ${data.source.shown[j]}: q·k ${score.toFixed(2)}, ${percent(weight[j])}` },
      draw("rect", { x: 0, y: middle - pitch / 2, width: W, height: pitch, fill: chosen ? ink.key : "transparent", "fill-opacity": 0.12, class: "band" }),
      label(cut(data.source.shown[j], room, size, ink), room, middle, size, data.source.special[j] ? ink.faint : ink.key, { "text-anchor": "end", "font-weight": chosen ? 650 : 400 }),
      ...strips(k.subarray(j * Dh, (j + 1) * Dh), xk, middle, tops.k, ink.key, ink.key),
      ...strips(products[j], xp, middle, tops.p, ink.plus, ink.minus),
      number(score, at.score), number(score * data.scale, at.scaled), biased ? number(bias[j], at.bias) : null,
      draw("rect", { x: at.weight, y: middle - pitch * 0.3, width: Math.max(1, (bars - size * 3.4) * weight[j]), height: pitch * 0.6, rx: 2, fill: ink.key }),
      label(percent(weight[j]), at.weight + (bars - size * 3.4) * weight[j] + 6, middle, size * 0.9, ink.ink))
    row.onpointermove = event => {
      const box = svg.getBoundingClientRect(), x = (event.clientX - box.left) * W / box.width
      const d = Math.floor((x - (x >= xp ? xp : xk)) / each)
      if (d < 0 || d >= Dh || x > xp + strip) return hint()
      hint(x, middle, say(data.words.dimension, { d: d + 1, q: q[d].toFixed(3), k: k[j * Dh + d].toFixed(3), p: products[j][d].toFixed(3) }))
    }
    row.onpointerleave = () => hint()
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
