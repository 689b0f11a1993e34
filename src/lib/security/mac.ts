/** As people read it: A4:CF:12:B3:D0:9E. The hub may have written it so already. */
export function macText(mac: string): string {
	return mac.includes(':') ? mac : (mac.match(/../g)?.join(':') ?? '');
}
