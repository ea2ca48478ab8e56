// The slate: one stroke drawn by hand; when the pen lifts, its corners go to the server once.

function slate({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector("#player"), host = parentElement.host ?? parentElement
  const memory = seen.get(root) ?? {}
  seen.set(root, memory)
  memory.stop?.()
  const style = getComputedStyle(host), { span } = data
  const canvas = el("canvas", { role: "img", "aria-label": data.title }), title = el("p", { class: "title" })
  title.textContent = data.title
  root.replaceChildren(title, el("div", { class: "stage slate" }, canvas))
  let stroke = data.corners, down = false

  function paint() {
    const wide = Math.max(120, canvas.clientWidth), dense = devicePixelRatio || 1
    canvas.width = canvas.height = Math.round(wide * dense)
    const brush = canvas.getContext("2d")
    brush.setTransform(dense, 0, 0, dense, 0, 0)
    brush.strokeStyle = style.getPropertyValue("--st-primary-color").trim()
    brush.lineWidth = 4
    brush.lineJoin = brush.lineCap = "round"
    brush.beginPath()
    stroke.forEach(([x, y], i) => brush[i ? "lineTo" : "moveTo"]((x / span + 1) * wide / 2, (1 - y / span) * wide / 2))
    brush.stroke()
  }
  const under = event => {
    const box = canvas.getBoundingClientRect(), clamp = v => Math.max(-1, Math.min(1, v)) * span
    return [clamp((event.clientX - box.left) / box.width * 2 - 1), clamp(1 - (event.clientY - box.top) / box.height * 2)]
  }
  canvas.onpointerdown = event => { canvas.setPointerCapture(event.pointerId); down = true; stroke = [under(event)]; paint() }
  canvas.onpointermove = event => { if (down) { stroke.push(under(event)); paint() } }
  canvas.onpointerup = () => {
    if (!down) return
    down = false
    const every = Math.max(1, Math.ceil(stroke.length / 150))
    if (stroke.length > 3) setTriggerValue("stroke", stroke.filter((_, i) => i % every === 0).map(p => p.map(v => Math.round(1000 * v))))
  }
  let width = 0
  const watch = new ResizeObserver(() => { if (canvas.clientWidth !== width) { width = canvas.clientWidth; paint() } })
  watch.observe(canvas)
  memory.stop = () => watch.disconnect()
  return memory.stop
}
