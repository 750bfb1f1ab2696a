package build_test

const trayOf = `[...document.querySelectorAll("#tray > li")].map((li) => li.dataset.id).join("|")`

func init() {
	readings["a handout is restored from its link"] = func(r *reader) {
		r.known = "/no-such-card/"
		r.open("/handout/#c=own-snapped-child.no-such-card.pause-air-group.<b>&x=worksheets/nope&p=a4&big=1&to=<b>Mei</b>")
		r.wait(`document.querySelectorAll("#tray > li").length > 0`)
		r.want(trayOf, "own-snapped-child|pause-air-group")
		r.want(`document.querySelector("#tray q").textContent`, "I snapped at you about …. That was mine, not yours.")
		r.want(`[document.querySelector(".who b").textContent, document.querySelectorAll("#paper b b").length, document.getElementById("paper").dataset.paper, document.querySelector("#paper.large") !== null]`, "<b>Mei</b>,0,a4,true")
	}
	readings["a worksheet and an essay are put on a handout from their own pages"] = func(r *reader) {
		for _, of := range []string{"worksheets/amends-menu", "essays/coming-back-is-the-skill"} {
			r.open("/" + of + "/")
			title := r.text(`document.querySelector("h1").textContent`)
			r.tap(".print a[href*=handout]")
			r.wait(`document.getElementById("maker-text")?.value === "` + of + `"`)
			r.wait(`document.querySelector("#paper .title")?.textContent === "` + title + `"`)
		}
	}
	readings["the order of a handout by keyboard"] = func(r *reader) {
		r.open("/cards/")
		for _, n := range []string{"1", "2", "3"} {
			r.tap(".tiles > li:nth-child(" + n + ") [data-add]")
		}
		r.open("/handout/")
		r.wait(`document.querySelectorAll("#tray > li").length === 3`)
		ids := r.text(trayOf)
		r.text(`document.querySelector("#tray > li:nth-child(3) [data-does=up]").focus()`)
		r.press("\r")
		r.wait(trayOf + ` !== "` + ids + `"`)
		r.want(`[[...document.querySelectorAll("#tray > li")].findIndex((li) => li.contains(document.activeElement)), document.activeElement.dataset.does]`, "1,up")
		r.wait(`document.getElementById("toast").textContent === "Now number 2."`)
		r.press("\r")
		r.wait(`[...document.querySelectorAll("#tray > li")].findIndex((li) => li.contains(document.activeElement)) === 0`)
		r.press("\r") // at the top, nothing happens
		r.want(`document.activeElement.ariaDisabled`, "true")
		r.text(`document.activeElement.closest("li").querySelector("[data-does=out]").click()`)
		r.wait(`document.querySelectorAll("#tray > li").length === 2`)
		r.want(`document.activeElement.closest("#tray") !== null || document.activeElement.id`, "true")
	}
	readings["names go nowhere unless asked"] = func(r *reader) {
		r.before(heard)
		r.open("/handout/#c=own-snapped-child")
		r.wait(`document.querySelectorAll("#tray > li").length === 1`)
		r.text(`(() => { const f = document.getElementById("maker"); f.elements.to.value = "Mei Secret"; f.elements.x.selectedIndex = 1; f.elements.to.dispatchEvent(new Event("input", { bubbles: true })); })()`)
		r.wait(`document.querySelector(".who b")?.textContent === "Mei Secret"`)
		r.wait(`document.querySelector("#paper .title")`)
		r.tap("#maker-link")
		r.wait(`copied.length === 1`)
		r.text(`document.getElementById("maker-named").checked = true`)
		r.tap("#maker-link")
		r.wait(`copied.length === 2`)
		r.want(`[copied[0].includes("Secret"), copied[1].split("#")[1].includes("Secret"), location.href.includes("Secret"), JSON.stringify(sessionStorage).includes("Secret"), localStorage.length, performance.getEntriesByType("resource").some((e) => e.name.includes("Secret"))]`,
			"false,true,false,false,0,false")
	}
	readings["a deck is added whole, and kept only if asked"] = func(r *reader) {
		r.open("/handout/")
		r.text(`(() => { const s = document.getElementById("maker-deck"); s.selectedIndex = 1; s.dispatchEvent(new Event("change", { bubbles: true })); })()`)
		r.wait(`document.querySelectorAll("#tray > li").length > 5`)
		r.want(`localStorage.length`, "0")
		r.tap("#maker-keep")
		r.want(`[localStorage.length, sessionStorage.length]`, "1,0")
		r.tap("#maker-keep")
		r.want(`[localStorage.length, sessionStorage.length]`, "0,1")
		r.text(`(() => { document.querySelector("[name=cut]").click() })()`)
		r.wait(`document.querySelector("#paper .cut")`)
		r.want(`[document.querySelectorAll("#paper .cut > div").length === document.querySelectorAll("#tray > li").length, document.documentElement.scrollWidth <= innerWidth]`, "true,true")
	}
}
