/**
 * What is counted for an address: an IPv4 address itself, and of an IPv6 address its /64, since an IPv6 host owns a
 * whole one. A network written so stays as it is.
 */
export function networkOf(address: string): string {
	if (!address.includes(':') || address.endsWith('/64')) return address;
	const [head = '', tail] = address.toLowerCase().split('::');
	const front = words(head);
	const back = tail === undefined ? [] : words(tail);
	const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
	const first = [...front, ...zeros, ...back].slice(0, 4).map((word) => word.replace(/^0+(?=.)/, ''));
	return `${first.join(':')}::/64`;
}

function words(text: string): string[] {
	return text === '' ? [] : text.split(':');
}
