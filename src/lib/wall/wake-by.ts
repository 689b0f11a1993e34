/** A click comes this soon after the finger is lifted, if one comes. A swipe ends without. */
const CLICK_MS = 300;

/**
 * Calls `wake` when a touch of the element, which covers the page, has ended, or a key was let go anywhere. The touch or
 * key does nothing else: the element stays until its click is over, and no key reaches the page.
 */
export function wakeBy(node: HTMLElement, wake: () => void) {
	const ended = new AbortController();
	const { signal } = ended;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const once = () => {
		clearTimeout(timer);
		wake();
	};
	const swallow = (event: Event) => {
		event.preventDefault();
		event.stopImmediatePropagation();
	};
	node.addEventListener('click', once, { signal });
	node.addEventListener('pointerup', () => (timer = setTimeout(once, CLICK_MS)), { signal });
	node.addEventListener('contextmenu', swallow, { signal });
	addEventListener('keydown', swallow, { capture: true, signal });
	addEventListener(
		'keyup',
		(event) => {
			swallow(event);
			once();
		},
		{ capture: true, signal },
	);
	return {
		destroy: () => {
			clearTimeout(timer);
			ended.abort();
		},
	};
}
