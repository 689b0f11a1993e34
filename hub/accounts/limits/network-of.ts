/**
 * What is counted for an address: an IPv4 address itself, and of an IPv6 address its /64, since an IPv6 host owns a
 * whole one. A network written so stays as it is.
 */
export function networkOf(address: string): string {
	if (!address.includes(':') || address.endsWith('/64')) return address;
	return `${wordsOf(address).slice(0, 4).join(':')}::/64`;
}

/** The wider network that one provider's customer, or one attacker, is likely to have whole: a /24, of IPv6 a /48. */
export function neighbourhoodOf(address: string): string {
	if (!address.includes(':')) return address.split('.').slice(0, 3).join('.');
	return wordsOf(address.replace(/\/64$/, '')).slice(0, 3).join(':');
}

/** The eight words of an IPv6 address, without zeros in front. */
function wordsOf(address: string): string[] {
	const [head = '', tail] = address.toLowerCase().split('::');
	const front = words(head);
	const back = tail === undefined ? [] : words(tail);
	const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
	return [...front, ...zeros, ...back].map((word) => word.replace(/^0+(?=.)/, ''));
}

function words(text: string): string[] {
	return text === '' ? [] : text.split(':');
}
