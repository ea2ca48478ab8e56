// The board: a plane of codes on the left; where the pointer is, the decoder's picture on the right. The decoder's
// pictures come with the page, one for every crossing of a net over the plane; between crossings they are mixed.

const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }

function board({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector("#player"), host = parentElement.host ?? parentElement
  const memory = seen.get(root) ?? {}
  seen.set(root, memory)
  memory.stop?.()
  const bytes = new Uint8Array(data.packed.getChildAt(0).get(0)), { net, side, n, span } = data, colours = category(host)
  const codes = new Int16Array(bytes.buffer, bytes.byteOffset, 2 * n)
  const classes = bytes.subarray(4 * n, 5 * n), pictures = bytes.subarray(5 * n)
  const style = getComputedStyle(host), ink = style.getPropertyValue("--st-text-color").trim()
  const accent = style.getPropertyValue("--st-primary-color").trim()
  const plane = el("canvas", { tabindex: 0, role: "application", "aria-label": `${data.title}. ${data.words.board}` })
  const screen = el("canvas", { role: "img", "aria-label": data.words.drawn, class: "drawn" })
  const title = el("p", { class: "title" }), now = el("p", { class: "now", "aria-live": "polite" }), note = el("p", { class: "note" })
  title.textContent = data.title
  note.textContent = data.note
  root.replaceChildren(title, el("div", { class: "board" }, el("div", { class: "stage" }, plane),
    el("div", { class: "aside" }, el("div", { class: "stage" }, screen), now)), note)
  let z = [...data.at]

  function decoded([a, b]) {
    const place = v => Math.max(0, Math.min(net - 1.001, (v + span) / (2 * span) * (net - 1)))
    const x = place(a), y = place(b), i = Math.floor(x), j = Math.floor(y), u = x - i, v = y - j, P = side * side
    const at = (c, r) => (r * net + c) * P
    return Array.from({ length: P }, (_, k) => (1 - v) * ((1 - u) * pictures[at(i, j) + k] + u * pictures[at(i + 1, j) + k])
      + v * ((1 - u) * pictures[at(i, j + 1) + k] + u * pictures[at(i + 1, j + 1) + k]))
  }

  function fit(canvas) {
    const wide = Math.max(60, canvas.clientWidth), dense = devicePixelRatio || 1
    if (canvas.width !== Math.round(wide * dense)) canvas.width = canvas.height = Math.round(wide * dense)
    const brush = canvas.getContext("2d")
    brush.setTransform(dense, 0, 0, dense, 0, 0)
    brush.clearRect(0, 0, wide, wide)
    return [brush, wide]
  }

  function paint() {
    const [brush, wide] = fit(plane), unit = wide / (2 * span), half = wide / 2
    brush.font = `600 ${Math.max(9, wide / 44)}px ${style.getPropertyValue("--st-font")}`
    brush.textAlign = "center"
    brush.textBaseline = "middle"
    for (let k = 0; k < n; k++) {
      brush.fillStyle = colours[classes[k] % colours.length]
      brush.fillText(String(classes[k]), half + codes[2 * k] / 1000 * unit, half - codes[2 * k + 1] / 1000 * unit)
    }
    const [x, y] = [half + z[0] * unit, half - z[1] * unit]
    brush.strokeStyle = accent
    brush.lineWidth = 2.5
    brush.beginPath()
    brush.arc(x, y, 9, 0, 7)
    brush.moveTo(x - 14, y)
    brush.lineTo(x + 14, y)
    brush.moveTo(x, y - 14)
    brush.lineTo(x, y + 14)
    brush.stroke()
    const [pen, width] = fit(screen), cell = width / side, paper = 255
    decoded(z).forEach((grey, k) => {
      const shade = Math.round(paper - grey)
      pen.fillStyle = `rgb(${shade},${shade},${shade})`
      pen.fillRect((k % side) * cell, Math.floor(k / side) * cell, cell + 0.6, cell + 0.6)
    })
    now.textContent = `z = (${z[0].toFixed(2)}, ${z[1].toFixed(2)})`
    root.dataset.z = z.map(v => v.toFixed(2)).join(",")
  }

  const clamp = v => Math.max(-span, Math.min(span, v))
  const go = to => { z = to.map(clamp); paint() }
  const tell = () => setTriggerValue("at", z.map(v => Math.round(v * 100) / 100))
  const under = event => {
    const box = plane.getBoundingClientRect()
    return [((event.clientX - box.left) / box.width * 2 - 1) * span, (1 - (event.clientY - box.top) / box.height * 2) * span]
  }
  plane.onpointermove = event => { if (event.pointerType === "mouse" || event.buttons) go(under(event)) }
  plane.onclick = event => { go(under(event)); tell() }
  plane.onpointerleave = () => go([...data.at])
  plane.onkeydown = event => {
    if (WAYS[event.key]) go([z[0] + WAYS[event.key][0] * span / 20, z[1] + WAYS[event.key][1] * span / 20])
    else if (event.key === "Enter" || event.key === " ") tell()
    else return
    event.preventDefault()
  }
  let width = 0
  const watch = new ResizeObserver(() => { if (plane.clientWidth !== width) { width = plane.clientWidth; paint() } })
  watch.observe(plane)
  paint()
  memory.stop = () => watch.disconnect()
  return memory.stop
}

function category(host) {
  const all = getComputedStyle(host).getPropertyValue("--st-chart-categorical-colors").split(",").map(c => c.trim())
  return [0, 1, 2, 4, 5, 6, 7, 3, 8, 9].map(i => all[i]) // ten classes; the figure itself is the second mark
}
