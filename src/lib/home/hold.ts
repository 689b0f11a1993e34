/** How long a finger lies on a tile until its sheet opens. */
const HOLD_MS = 450;
/** A finger that has moved this far scrolls. */
const STILL_PX = 10;
const BUZZ_MS = 12;

/** Where the device can, a short buzz: something was taken. */
export function buzz(): void {
	navigator.vibrate?.(BUZZ_MS);
}

/**
 * Calls `held` when the element is held by a finger or pen, right-clicked, or asked for by the menu key. The click that
 * ends a hold does nothing else.
 */
export function hold(node: HTMLElement, held: () => void) {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let from: { x: number; y: number } | undefined;
	let fired = false;

	const stop = () => {
		clearTimeout(timer);
		from = undefined;
	};
	const fire = () => {
		stop();
		if (fired) return;
		fired = true;
		buzz();
		held();
	};
	const down = ({ pointerType, isPrimary, clientX: x, clientY: y }: PointerEvent) => {
		fired = false;
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
		fire();
	};
	const click = (event: Event) => {
		if (fired) event.stopImmediatePropagation();
		fired = false;
	};
	node.addEventListener('pointerdown', down);
	node.addEventListener('pointermove', move);
	node.addEventListener('pointerup', stop);
	node.addEventListener('pointercancel', stop);
	node.addEventListener('contextmenu', menu);
	node.addEventListener('click', click, { capture: true });
	return {
		update: (next: () => void) => void (held = next),
		destroy: stop,
	};
}
