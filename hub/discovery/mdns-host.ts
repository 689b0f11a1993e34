/** The host name the hub announces by mDNS: its own, since the operating system's responder answers for the machine's. */
export function mdnsHost(hubId: string): string {
	return `mooring-${hubId.slice(0, 8)}.local`;
}
