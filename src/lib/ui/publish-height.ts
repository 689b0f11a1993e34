/** Sets a custom property of the page to the height of an element over it, so that nothing needed lies under it. */
export function publishHeight(node: HTMLElement, property: '--banner' | '--foot' | '--savebar') {
	const { style } = document.documentElement;
	const watch = new ResizeObserver(() => style.setProperty(property, `${node.offsetHeight}px`));
	watch.observe(node);
	return {
		destroy: () => {
			watch.disconnect();
			style.removeProperty(property);
		},
	};
}
