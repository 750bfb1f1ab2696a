package build_test

// shift presses and releases the key Shift alone.
const shift = `for (const type of ["keydown", "keyup"]) document.activeElement.dispatchEvent(new KeyboardEvent(type, { key: "Shift", bubbles: true }));`

// away makes the way out lead to a page of ours: tests open nothing else.
const away = `addEventListener("DOMContentLoaded", () => { for (const a of document.querySelectorAll("[data-exit]")) a.href = "/robots.txt"; });`

func init() {
	readings["leave by Shift three times"] = func(r *reader) {
		r.before(away)
		r.open("/")
		r.open("/cards/own-snapped-child/")
		r.text(`sessionStorage.setItem("tray", '["x"]')`)
		r.want(`(() => { `+shift+` return document.querySelectorAll("#exit .on").length + document.getElementById("exit-status").textContent })()`,
			"1Shift pressed once. Twice more and you leave this site.")
		r.text(`(() => { ` + shift + shift + ` })()`)
		r.wait(`location.pathname === "/robots.txt"`)
		r.want(`JSON.stringify(sessionStorage)`, `{"left":"gone"}`)
		r.text(`history.back()`)
		r.wait(`document.querySelector("#cover")?.checkVisibility()`)
		r.want(`[document.title, document.getElementById("main").checkVisibility(), location.pathname]`, "\u200b,false,/")
		r.tap("[data-return]")
		r.want(`[document.activeElement.id, document.getElementById("main").checkVisibility(), sessionStorage.length]`, "main,true,0")
	}
	readings["Shift as part of typing does not leave"] = func(r *reader) {
		r.open("/")
		r.want(`(() => {
			const key = (type, key) => document.body.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true }));
			for (let i = 0; i < 4; i++) { key("keydown", "Shift"); key("keydown", "A"); key("keyup", "A"); key("keyup", "Shift"); }
			`+shift+shift+` key("keydown", "b");
			const dots = document.querySelectorAll("#exit .dots i").length;
			`+shift+`
			return [dots, document.documentElement.dataset.left, document.getElementById("exit-status").textContent];
		})()`, "0,,Shift pressed once. Twice more and you leave this site.")
	}
	readings["three presses within five seconds"] = func(r *reader) {
		r.before(`const set = setTimeout; self.setTimeout = (f, ms, ...rest) => (self.waits ??= []).push(ms) && set(f, ms === 5000 ? 50 : ms, ...rest);`)
		r.open("/")
		r.text(`(() => { ` + shift + ` })()`)
		r.wait(`document.getElementById("exit-status").textContent === "" && self.waits.includes(5000)`)
		r.text(`(() => { ` + shift + shift + ` })()`)
		r.want(`document.documentElement.dataset.left`, "undefined")
	}
	readings["leave by the button, covered at once"] = func(r *reader) {
		r.before(away + `Object.defineProperty(navigator, "onLine", { get: () => true });`)
		r.open("/safety/")
		r.want(`(() => {
			const field = document.createElement("textarea");
			document.getElementById("main").append(field);
			field.value = "private";
			document.getElementById("exit").click();
			const cover = document.getElementById("cover");
			return [document.documentElement.dataset.left, document.title, field.value, cover.textContent.startsWith("Loading."), cover.checkVisibility(), document.querySelector("[data-return]").checkVisibility()];
		})()`, "going,\u200b,,true,true,false")
		r.wait(`location.pathname === "/robots.txt"`)
	}
	readings["leave without a network"] = func(r *reader) {
		r.before(`Object.defineProperty(navigator, "onLine", { get: () => false });`)
		r.open("/")
		r.text(`document.getElementById("exit").click()`)
		r.wait(`location.href === "about:blank"`)
	}
}
