/** A swipe goes at least so far, and so much further sideways than up or down. */
const LEAST_PX = 64;
const STEEPNESS = 2;
/** A finger that takes longer drags something. */
const MOST_MS = 600;
/** At the edges a swipe belongs to the phone: it goes back. */
const EDGE_PX = 24;

/** Calls `swiped` with 1 when a finger is swiped towards the start of a line, which brings what follows, and −1 for what is before. */
export function swipe(node: HTMLElement, swiped: (by: 1 | -1) => void) {
	let from: { x: number; y: number; at: number } | undefined;

	const start = ({ touches, timeStamp, target }: TouchEvent) => {
		const [touch] = touches;
		from = undefined;
		if (!touch || touches.length > 1) return;
		const { clientX: x, clientY: y } = touch;
		if (x < EDGE_PX || x > innerWidth - EDGE_PX || scrollsSideways(target as Element, node)) return;
		from = { x, y, at: timeStamp };
	};
	const end = ({ changedTouches, timeStamp }: TouchEvent) => {
		const [touch] = changedTouches;
		if (!from || !touch) return;
		const [right, down] = [touch.clientX - from.x, touch.clientY - from.y];
		const fast = timeStamp - from.at <= MOST_MS;
		from = undefined;
		if (!fast || Math.abs(right) < LEAST_PX || Math.abs(right) < STEEPNESS * Math.abs(down)) return;
		const forward = getComputedStyle(node).direction === 'rtl' ? right > 0 : right < 0;
		swiped(forward ? 1 : -1);
	};
	const cancel = () => (from = undefined);
	node.addEventListener('touchstart', start, { passive: true });
	node.addEventListener('touchend', end, { passive: true });
	node.addEventListener('touchcancel', cancel, { passive: true });
	return {
		destroy: () => {
			node.removeEventListener('touchstart', start);
			node.removeEventListener('touchend', end);
			node.removeEventListener('touchcancel', cancel);
		},
	};
}

function scrollsSideways(target: Element, until: Element): boolean {
	for (let one: Element | null = target; one && one !== until; one = one.parentElement)
		if (one.scrollWidth > one.clientWidth && getComputedStyle(one).overflowX === 'auto') return true;
	return false;
}
