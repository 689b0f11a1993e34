/** A4:CF:12:B3:D0:9E. Some views of the hub already contain the colons. */
export function macText(mac: string): string {
	return mac.includes(':') ? mac : (mac.match(/../g)?.join(':') ?? '');
}
