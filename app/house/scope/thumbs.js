// Model view: every head of every layer as a small picture; a click opens it.

function thumbs(scene) {
  const { data, ink, weights, width, act, hint, speak } = scene
  const [L, H, T, S] = weights.shape, size = data.size, gap = 6
  const left = size * 2, top = size * 2.2
  const side = Math.max(30, Math.min(92, Math.floor((width - left) / H) - gap))
  const W = left + H * (side + gap), tall = top + L * (side + gap) + 4
  const svg = draw("svg", { viewBox: `0 0 ${W} ${tall}`, width: W, height: tall, role: "group", "aria-label": data.title,
    "font-family": ink.font })
  svg.append(label(data.words.heads, left, size * 0.6, size * 0.8, ink.faint))
  svg.append(label(data.words.layer, 0, top - size * 0.6, size * 0.8, ink.faint))
  const nodes = []
  for (let l = 0; l < L; l++) {
    svg.append(label(String(l + 1), size * 0.9, top + l * (side + gap) + side / 2, size * 0.9, ink.faint, { "text-anchor": "middle" }))
    for (let h = 0; h < H; h++) nodes.push(one(l, h))
  }
  for (let h = 0; h < H; h++) svg.append(label(String(h + 1), left + h * (side + gap) + side / 2, top - size * 0.6, size * 0.8, ink.faint,
    { "text-anchor": "middle" }))
  svg.append(...nodes)

  function one(l, h) {
    const canvas = el("canvas", { width: S, height: T }), brush = canvas.getContext("2d"), dots = brush.createImageData(S, T)
    for (let i = 0; i < T; i++) for (let j = 0; j < S; j++)
      dots.data.set([...shade(ink, weights.at((l * H + h) * T + i, j)), 255], 4 * (i * S + j))
    brush.putImageData(dots, 0, 0)
    const x = left + h * (side + gap), y = top + l * (side + gap), chosen = l === data.layer && h === data.head
    const words = data.habits[l * H + h]
    const node = draw("g", { class: "thumb", role: "button", tabindex: chosen ? 0 : -1, "data-id": `thumb${l}-${h}`, "aria-label": words },
      draw("image", { href: canvas.toDataURL(), x, y, width: side, height: side, preserveAspectRatio: "none", style: "image-rendering:pixelated" }),
      draw("rect", { x: x - 1, y: y - 1, width: side + 2, height: side + 2, rx: 3, fill: "none", class: "frame",
        stroke: chosen ? ink.query : ink.line, "stroke-width": chosen ? 2.5 : 1 }))
    const tell = () => hint(x + side, y, words)
    node.onpointerenter = tell
    node.onpointerleave = () => hint()
    node.onfocus = () => { tell(); speak(words) }
    node.onblur = () => hint()
    node.onclick = () => act({ kind: "head", layer: l, head: h })
    node.onkeydown = event => {
      const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key]
      if (step) nodes[((l + step[0] + L) % L) * H + (h + step[1] + H) % H].focus()
      else if (event.key === "Enter" || event.key === " ") node.onclick()
      else return
      event.preventDefault()
    }
    return node
  }
  return { svg }
}
