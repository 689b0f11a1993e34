/** How long a finger lies on a tile until its sheet opens. */
const HOLD_MS = 450;
/** A finger that has moved this far scrolls. */
const STILL_PX = 10;
const BUZZ_MS = 12;

/** Where the device can, a short buzz: something was taken. */
export function buzz(): void {
	navigator.vibrate?.(BUZZ_MS);
}

/** The click that ends a hold comes at once after the finger is lifted. */
const CLICK_MS = 300;

/**
 * Calls `held` when the element is held by a finger or pen, right-clicked, or asked for by the menu key. The click that
 * ends a hold does nothing, wherever it lands: what `held` opens may lie under the finger by then.
 */
export function hold(node: HTMLElement, held: () => void) {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let from: { x: number; y: number } | undefined;
	/** from a hold until its click, if one comes, is over */
	let fired: AbortController | undefined;

	const stop = () => {
		clearTimeout(timer);
		from = undefined;
	};
	const end = () => {
		fired?.abort();
		fired = undefined;
	};
	const fire = () => {
		stop();
		const own = (fired = new AbortController());
		const options = { capture: true, signal: own.signal };
		const swallow = (event: Event) => {
			event.preventDefault();
			event.stopImmediatePropagation();
			end();
		};
		const lifted = () => setTimeout(() => own === fired && end(), CLICK_MS);
		window.addEventListener('click', swallow, options);
		window.addEventListener('pointerup', lifted, options);
		window.addEventListener('pointercancel', lifted, options);
		window.addEventListener('pointerdown', end, options);
		buzz();
		held();
	};
	const down = ({ pointerType, isPrimary, clientX: x, clientY: y }: PointerEvent) => {
		stop();
		if (pointerType === 'mouse' || !isPrimary) return;
		from = { x, y };
		timer = setTimeout(fire, HOLD_MS);
	};
	const move = ({ clientX: x, clientY: y }: PointerEvent) => {
		if (from && Math.hypot(x - from.x, y - from.y) > STILL_PX) stop();
	};
	const menu = (event: Event) => {
		event.preventDefault();
		// Some systems ask for the menu during a hold, some at its end.
		if (fired) return;
		if (from) fire();
		else held();
	};
	node.addEventListener('pointerdown', down);
	node.addEventListener('pointermove', move);
	node.addEventListener('pointerup', stop);
	node.addEventListener('pointercancel', stop);
	node.addEventListener('contextmenu', menu);
	return {
		update: (next: () => void) => void (held = next),
		destroy: stop,
	};
}
