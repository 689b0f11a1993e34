import type { Page } from 'playwright-core';

/** What stands on the page for people's eyes and for screen readers: visible text, labels, titles, placeholders. */
export function textsOf(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const texts = new Set<string>([document.title]);
		const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) {
			const parent = walker.currentNode.parentElement!;
			if (parent.closest('script, style, template, #svelte-announcer')) continue;
			if (seen(parent.closest('select') ?? parent)) texts.add(walker.currentNode.textContent!);
		}
		for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription', 'aria-valuetext'])
			for (const element of document.body.querySelectorAll(`[${name}]`))
				if (seen(element)) texts.add(element.getAttribute(name)!);
		return [...texts].map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter(Boolean);
	});
}

/** What is wider than the page, or cut where no ellipsis says so. Rows that scroll sideways by themselves may be wider. */
export function tooWide(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const { documentElement: root } = document;
		const found: string[] = [];
		if (root.scrollWidth > root.clientWidth) found.push(`the page: ${root.scrollWidth} of ${root.clientWidth} px`);
		const said = (element: Element) =>
			`${element.tagName.toLowerCase()}.${element.className} “${element.textContent!.trim().slice(0, 60)}”`;
		/** What is over the edge of a part that scrolls, or clips what has no room in it, is not over that of the page. */
		const held = (element: Element | null): boolean =>
			element !== null && (getComputedStyle(element).overflowX !== 'visible' || held(element.parentElement));
		const ownText = (element: Element) =>
			[...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim());
		for (const element of document.body.querySelectorAll('*')) {
			if (!ownText(element) || !element.checkVisibility({ visibilityProperty: true })) continue;
			if (element.closest('svg, select, .hidden-text, .visually-hidden')) continue;
			const { left, right, width } = element.getBoundingClientRect();
			if (width <= 1) continue; // for screen readers only
			if ((right > root.clientWidth + 1 || left < -1) && !held(element.parentElement))
				found.push(`over the edge: ${said(element)} ${Math.round(left)}…${Math.round(right)}`);
			const { overflowX, textOverflow, display } = getComputedStyle(element);
			const cut = display !== 'inline' && element.scrollWidth > element.clientWidth + 1;
			if (cut && textOverflow !== 'ellipsis' && !/auto|scroll/.test(overflowX)) found.push(`cut: ${said(element)}`);
		}
		return found;
	});
}

/** States of tiles that do not fit. */
export function cutStates(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('.tile small')]
			.filter((state) => state.scrollWidth > state.clientWidth)
			.map((state) => state.textContent!),
	);
}
