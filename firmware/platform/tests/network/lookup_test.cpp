#include "../../esp32/lookup.h"
#include "../../esp8266/lookup.h"

#include "../../../core/tests/test.h"
#include "stack.h"

#include <lwip/igmp.h>
#include <lwip/udp.h>

// How the chips ask for the hub by multicast DNS and receive answers, on the real lwIP. The core reads the messages.

namespace mooring::test {

namespace {

constexpr size_t IP_BYTES = 20, UDP_BYTES = 8;
constexpr uint8_t ID[HUB_ID_BYTES] = {0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef, 0, 0, 0, 0, 0, 0, 0, 0x0f};
/** A hub at 10.20.0.7, port 8080: SRV, TXT and A records, without PTR. */
constexpr char ANNOUNCEMENT[] = "\0\0\x84\0\0\0\0\x03\0\0\0\0"
								"\x03Hub\x08_mooring\x04_tcp\x05local\0\0\x21\x80\x01\0\0\x0e\x10\0\x17"
								"\0\0\0\0\x1f\x90\x09mooring-1\x05local\0"
								"\x03Hub\x08_mooring\x04_tcp\x05local\0\0\x10\x80\x01\0\0\x0e\x10\0\x24"
								"\x23id=0123456789abcdef000000000000000f"
								"\x09mooring-1\x05local\0\0\x01\x80\x01\0\0\x0e\x10\0\x04\x0a\x14\0\x07";
constexpr size_t ANNOUNCEMENT_BYTES = sizeof ANNOUNCEMENT - 1;

Subnet own_subnet() {
	Subnet own;
	memcpy(own.address, Stack::ADDRESS, sizeof own.address);
	memcpy(own.mask, Stack::MASK, sizeof own.mask);
	return own;
}

/** Sends this to the board's port of multicast DNS. */
void tell(const char *message, size_t size) {
	Stack::the();
	const Stack::Held held;
	udp_pcb *pcb = udp_new();
	pbuf *packet = pbuf_alloc(PBUF_TRANSPORT, static_cast<uint16_t>(size), PBUF_RAM);
	pbuf_take(packet, message, static_cast<uint16_t>(size));
	ip_addr_t board;
	ipaddr_aton(Stack::HOST, &board);
	udp_sendto(pcb, packet, &board, MDNS_PORT);
	pbuf_free(packet);
	udp_remove(pcb);
}

ip4_addr_t mdns_group() {
	ip4_addr_t group;
	IP4_ADDR(&group, MDNS_GROUP[0], MDNS_GROUP[1], MDNS_GROUP[2], MDNS_GROUP[3]);
	return group;
}

bool is_in_group() {
	const Stack::Held held;
	const ip4_addr_t group = mdns_group();
	return igmp_lookfor_group(&Stack::the().interface, &group) != nullptr;
}

/** Whether the last packet was the question, to the group and its port. */
bool has_asked() {
	const Stack::Held held;
	const Stack &stack = Stack::the();
	const Bytes question = mdns_question();
	if (stack.sent_bytes != IP_BYTES + UDP_BYTES + question.size) return false;
	const uint8_t *udp = stack.sent + IP_BYTES;
	return memcmp(stack.sent + 16, MDNS_GROUP, 4) == 0 && (udp[2] << 8 | udp[3]) == MDNS_PORT &&
		   memcmp(udp + UDP_BYTES, question.data, question.size) == 0;
}

struct Esp8266 {
	esp8266::Lookup lookup;

	void joined(const Subnet &own) {
		const Stack::Held held;
		lookup.joined(own);
	}
	bool ask(wire::HubAddress *out) {
		const Stack::Held held;
		return lookup.ask(ID, out);
	}
	void step() {}
	/** Frees port and group for the next chip. */
	void leave() {
		const Stack::Held held;
		const ip4_addr_t group = mdns_group();
		igmp_leavegroup(netif_ip4_addr(&Stack::the().interface), &group);
		for (udp_pcb *pcb = udp_pcbs, *next; pcb != nullptr; pcb = next) {
			next = pcb->next;
			if (pcb->local_port == MDNS_PORT) udp_remove(pcb);
		}
	}
};

struct Esp32 {
	esp32::Lookup lookup;

	void joined(const Subnet &own) { lookup.joined(own); }
	bool ask(wire::HubAddress *out) { return lookup.ask(ID, out); }
	void step() { lookup.step(); }
	void leave() {}
};

/** The chip is static, as on a board: lwIP keeps its port for the whole run. */
template<typename Chip>
void finds_the_hub() {
	static Chip chip;
	Stack &stack = Stack::the();
	wire::HubAddress hub = {};
	CHECK(!chip.ask(&hub));
	for (int turn = 0; turn < 2; turn++) {
		stack.sent_bytes = 0;
		chip.joined(own_subnet());
		CHECK(is_in_group());
		CHECK(!chip.ask(&hub));
		CHECK(happens(has_asked));
		tell("no message of mDNS", 18);
		tell(ANNOUNCEMENT, ANNOUNCEMENT_BYTES);
		CHECK(happens([&] {
			chip.step();
			return chip.ask(&hub);
		}));
		CHECK(strcmp(hub.host, "10.20.0.7") == 0);
		CHECK_EQUAL(hub.port, 8080);
		hub = {};
	}
	chip.leave();
}

} // namespace

TEST(Esp8266Lookup, AsksTheGroup_AndHearsTheHub_OnEachNetworkAnew) { finds_the_hub<Esp8266>(); }
TEST(Esp32Lookup, AsksTheGroup_AndHearsTheHub_OnEachNetworkAnew) { finds_the_hub<Esp32>(); }

} // namespace mooring::test
