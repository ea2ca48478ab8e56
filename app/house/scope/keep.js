// The picture leaves the page as it stands on screen, with its title and a caption that says where it is from.

function wrap(text, room, size, ink) {
  const lines = [""]
  for (const part of text.match(/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+\s*|\s+/g) ?? []) {
    if (textWidth(lines.at(-1) + part, size, ink) > room && lines.at(-1)) lines.push("")
    lines[lines.length - 1] += part
  }
  return lines
}

function sheet({ data, ink }, svg) {
  const figure = svg.cloneNode(true), size = data.size, pad = 20
  figure.querySelectorAll(".mark[visibility=hidden]").forEach(node => node.remove())
  const W = Math.max(Number(svg.getAttribute("width")), 30 * size) + 2 * pad, H = Number(svg.getAttribute("height"))
  const title = wrap(data.title, W - 2 * pad, size * 1.15, ink), caption = wrap(data.caption, W - 2 * pad, size * 0.8, ink)
  const start = pad + title.length * size * 1.6, tall = start + H + caption.length * size * 1.3 + 1.6 * pad
  dress(figure, { x: pad, y: start }, [])
  const whole = draw("svg", { xmlns: SVG, viewBox: `0 0 ${W} ${tall}`, width: W, height: tall, "font-family": ink.font },
    draw("rect", { width: W, height: tall, fill: ink.sheet }),
    ...title.map((line, n) => label(line, pad, pad + size * (0.7 + 1.6 * n), size * 1.15, ink.ink, { "font-weight": 600 })),
    figure,
    ...caption.map((line, n) => label(line, pad, start + H + pad * 0.8 + size * 1.3 * n, size * 0.8, ink.faint)))
  const text = new XMLSerializer().serializeToString(whole)
  return { text: text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd"), W, H: tall } // what XML allows
}

function save(blob, name) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

async function png({ text, W, H }) {
  const image = new Image()
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text)
  await image.decode()
  const canvas = el("canvas", { width: 2 * W, height: 2 * H })
  canvas.getContext("2d").drawImage(image, 0, 0, 2 * W, 2 * H)
  return new Promise(done => canvas.toBlob(done, "image/png"))
}

function html(scene, { text }) {
  const page = document.implementation.createHTMLDocument(scene.data.title)
  page.documentElement.lang = scene.data.lang
  page.head.append(dress(page.createElement("meta"), { charset: "utf-8" }, []))
  page.body.style.cssText = `margin:2rem;background:${scene.ink.sheet}`
  page.body.append(page.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true))
  page.querySelectorAll("[tabindex]").forEach(node => node.removeAttribute("tabindex"))
  return "<!doctype html>\n" + page.documentElement.outerHTML
}

function keepers(scene, current) {
  const button = (name, run) => el("button", { type: "button", class: "keep", "data-id": `keep${name}`, onclick: run,
    "aria-label": say(scene.data.words.save, { form: name }) }, document.createTextNode(name))
  const name = scene.data.file
  return el("div", { class: "keepers" },
    button("SVG", () => save(new Blob([sheet(scene, current()).text], { type: "image/svg+xml" }), `${name}.svg`)),
    button("PNG", async () => save(await png(sheet(scene, current())), `${name}.png`)),
    button("HTML", () => save(new Blob([html(scene, sheet(scene, current()))], { type: "text/html" }), `${name}.html`)))
}
