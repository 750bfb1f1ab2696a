package build_test

// heard stands in for the device's voices, share and clipboard, and notes what they are given.
const heard = `
	self.spoken = []; self.shared = []; self.copied = [];
	const voices = [{ lang: "en-GB", localService: false, name: "far" }, { lang: "de-DE", localService: true, name: "other" }, { lang: "en_US", localService: true, name: "near" }];
	const speech = new EventTarget();
	Object.assign(speech, { getVoices: () => voices, speak: (words) => spoken.push(words.text + "|" + words.voice.name), cancel: () => spoken.push("-") });
	Object.defineProperty(self, "speechSynthesis", { value: speech });
	self.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
	Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { copied.push(text); } } });
	Object.defineProperty(navigator, "share", { value: async ({ text, ...rest }) => { shared.push(text + Object.keys(rest)); } });
`

func init() {
	readings["copy gives the bare phrase"] = func(r *reader) {
		r.before(heard)
		r.open("/cards/own-snapped-child/")
		r.tap(".actions [data-copy]")
		r.wait(`document.getElementById("toast").textContent`)
		r.wantIn(`document.getElementById("toast").textContent`, "Copied. A blank is left")
		r.want(`copied`, "I snapped at you about … That was mine, not yours.")
		r.tap(".ways [data-copy]")
		r.wait(`copied.length === 2`)
		r.want(`copied[1].includes("…") || copied[1].includes('"')`, "false")
	}
	readings["blanks are filled in on the card"] = func(r *reader) {
		r.before(heard)
		r.open("/cards/own-snapped-child/")
		r.tap(".front [data-slot]")
		r.press("your shoes")
		r.press("\r")
		r.want(`document.querySelector(".front [data-phrase]").textContent`, "I snapped at you about your shoes. That was mine, not yours.")
		for _, action := range []string{"copy", "say", "bigger"} {
			r.tap(".actions [data-" + action + "]")
		}
		r.want(`[copied[0], spoken[1], document.querySelector("#bigger p").textContent].map((s) => s.includes("your shoes"))`, "true,true,true")
		r.want(`[localStorage.length, sessionStorage.length, location.href.includes("shoes")]`, "0,0,false")
		r.open("/cards/own-snapped-child/")
		r.want(`document.querySelector(".front [data-slot]").textContent`, "")
	}
	readings["a blank that may hurt is told gently"] = func(r *reader) {
		r.open("/cards/own-snapped-child/")
		r.tap(".front [data-slot]")
		r.press("it. I'm sorry, but you started it")
		r.wait(`document.getElementById("hint").textContent.includes("Better:")`)
	}
	readings["listen toggles and takes the device's own voice"] = func(r *reader) {
		r.before(heard)
		r.open("/cards/own-snapped-child/")
		r.tap("[data-say]")
		r.want(`[spoken.at(-1).endsWith("|near"), document.querySelector("[data-say]").ariaPressed]`, "true,true")
		r.tap("[data-say]")
		r.want(`[spoken.at(-1), document.querySelector("[data-say]").ariaPressed]`, "-,false")
		r.want(`(() => { spoken.length = 0; dispatchEvent(new Event("pagehide")); return spoken })()`, "-")
	}
	readings["no local voice, no listening"] = func(r *reader) {
		r.before(`Object.defineProperty(self, "speechSynthesis", { value: Object.assign(new EventTarget(), { cancel() {}, getVoices: () => [{ lang: "en-GB", localService: false }] }) });`)
		r.open("/cards/own-snapped-child/")
		r.want(`document.querySelector("[data-say]").checkVisibility()`, "false")
	}
	readings["send shows the text first"] = func(r *reader) {
		r.before(heard + `Date.prototype.getHours = () => 23;`)
		r.open("/say/raised-voice/partner/")
		r.tap("[data-share]")
		r.want(`[shared.length, document.activeElement.id, document.querySelector(".late").checkVisibility(), document.querySelector("[data-share]").ariaExpanded]`, "0,send-text,true,true")
		r.text(`document.getElementById("send-text").value = "Mine, not yours."`)
		r.tap("#send [data-go]")
		r.want(`shared`, "Mine, not yours.")
		r.tap("#send [data-keep]")
		r.want(`copied`, "Mine, not yours.")
		r.text(`document.getElementById("send-text").focus()`)
		r.press("\x1b")
		r.want(`[document.getElementById("send").hidden, document.activeElement.dataset.share]`, "true,")
	}
	readings["bigger opens, closes by Escape, and leaves no trace"] = func(r *reader) {
		r.open("/cards/own-snapped-child/")
		before := r.text(`history.length`)
		r.text(`document.querySelector("[data-bigger]").focus()`)
		r.press(" ")
		r.want(`[document.getElementById("bigger").open, document.querySelectorAll("#bigger [data-exit]").length]`, "true,1")
		r.press("\x1b")
		r.want(`[document.getElementById("bigger").open, "bigger" in document.activeElement.dataset, history.length]`, "false,true,"+before)
	}
	readings["the handout's number is the same on every page of a tab"] = func(r *reader) {
		r.open("/cards/")
		r.tap("[data-add]")
		r.open("/essays/")
		r.wantIn(`document.querySelector("[data-tray]").textContent`, "1, 1 on it")
		r.open("/cards/")
		r.want(`document.querySelector("[data-add]").ariaPressed`, "true")
		r.tap("[data-add]")
		r.want(`[document.querySelector("[data-add]").ariaPressed, document.querySelectorAll(".badge").length, localStorage.length]`, "false,0,0")
	}
	readings["blocked storage breaks nothing"] = func(r *reader) {
		r.before(heard + `for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(self, name, { get() { throw new DOMException("blocked", "SecurityError"); } });`)
		r.open("/cards/own-snapped-child/")
		r.tap(".actions [data-add]")
		r.tap(".actions [data-copy]")
		r.want(`[document.querySelector(".actions [data-add]").ariaPressed, copied.length]`, "true,1")
		for _, k := range kinds {
			if !k.small {
				r.meets(k)
			}
		}
	}
}
