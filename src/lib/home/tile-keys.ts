/** The button of a tile that acts, and the one that opens its sheet. */
const PRESS = '.tile__press';
const MORE = '.tile__more';

/**
 * Arrow keys in a list of tiles, which is one stop of the Tab key: left and right go from tile to tile, to the right by way
 * of the tile's “…”; up and down to the tile that is nearest, in whichever list it is; Home and End to the first and last
 * of the list; Page Up and Page Down to the list before and after; with Ctrl, Home and End to the ends of the page.
 */
export function tileKeys(list: HTMLElement) {
	let stop: HTMLElement | null = null;

	const own = () => [...list.querySelectorAll<HTMLElement>(PRESS)];

	function mark() {
		const presses = own();
		if (!stop || !presses.includes(stop)) stop = presses[0] ?? null;
		for (const press of presses) press.tabIndex = press === stop ? 0 : -1;
		for (const more of list.querySelectorAll<HTMLElement>(MORE)) more.tabIndex = -1;
	}

	function onfocus({ target }: FocusEvent) {
		const press = pressOf(target);
		if (!press || press === stop) return;
		stop = press;
		mark();
	}

	function onkey(event: KeyboardEvent) {
		const press = pressOf(event.target);
		if (!press || event.altKey || event.metaKey || event.shiftKey) return;
		const to = targetOf(event, list, press);
		if (to === undefined) return;
		event.preventDefault();
		to?.focus();
	}

	const observer = new MutationObserver(mark);
	observer.observe(list, { childList: true, subtree: true });
	list.addEventListener('focusin', onfocus);
	list.addEventListener('keydown', onkey);
	mark();
	return { destroy: () => observer.disconnect() };
}

const pressOf = (target: EventTarget | null) =>
	(target as HTMLElement).parentElement?.querySelector<HTMLElement>(`:scope > ${PRESS}`) ?? null;

/** Where a key leads: undefined if the key means nothing here, null if there is nothing in that direction. */
function targetOf(event: KeyboardEvent, list: HTMLElement, press: HTMLElement): HTMLElement | null | undefined {
	const { key, ctrlKey } = event;
	const all = [...document.querySelectorAll<HTMLElement>(PRESS)];
	const own = all.filter((one) => list.contains(one));
	if (key === 'Home' || key === 'End') return (ctrlKey ? all : own).at(key === 'Home' ? 0 : -1) ?? null;
	if (ctrlKey) return undefined;
	const at = all.indexOf(press);
	if (key === 'PageDown') return all[all.indexOf(own.at(-1)!) + 1] ?? null;
	if (key === 'PageUp') {
		const before = all[all.indexOf(own[0]!) - 1];
		const its = before?.closest('ul');
		return all.find((one) => its?.contains(one)) ?? null;
	}
	const back = getComputedStyle(list).direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
	const isOnMore = event.target !== press;
	if (key === 'ArrowUp' || key === 'ArrowDown') return nearest(press, all, key === 'ArrowDown');
	if (key === back) return isOnMore ? press : (all[at - 1] ?? null);
	if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
	return isOnMore ? (all[at + 1] ?? null) : press.parentElement!.querySelector<HTMLElement>(`:scope > ${MORE}`);
}

/** The tile below or above, as the eye sees it. */
function nearest(from: HTMLElement, all: readonly HTMLElement[], below: boolean): HTMLElement | null {
	const middle = (one: HTMLElement) => {
		// Its place in the list: a tile beyond the screen is not laid out.
		const { left, top, width, height } = one.closest('li')!.getBoundingClientRect();
		return { x: left + width / 2, y: top + height / 2 };
	};
	const { x, y } = middle(from);
	let best: { one: HTMLElement; far: number } | undefined;
	for (const one of all) {
		const to = middle(one);
		const down = below ? to.y - y : y - to.y;
		if (down < 1) continue;
		const far = down + Math.abs(to.x - x);
		if (!best || far < best.far) best = { one, far };
	}
	return best?.one ?? null;
}
