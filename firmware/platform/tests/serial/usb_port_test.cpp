#include "../../esp32/usb_port.h"

#include <string>

#include "../../../core/tests/test.h"

namespace mooring::test {

namespace {

/** Like the port of arduino-esp32: writing more than fits, or flushing, blocks until the computer reads. */
class FakeUsb {
public:
	static constexpr size_t ROOM = esp32::UsbPort<FakeUsb>::BUFFER_BYTES;

	int availableForWrite() const { return static_cast<int>(ROOM - buffer.size()); }
	size_t write(const uint8_t *from, size_t size) {
		if (size > ROOM - buffer.size()) {
			has_blocked = true;
			return 0;
		}
		buffer.append(reinterpret_cast<const char *>(from), size);
		return size;
	}
	void flush() { has_blocked = has_blocked || !buffer.empty(); }
	/** The computer opens the port and reads what is there. */
	std::string read() {
		std::string read;
		read.swap(buffer);
		return read;
	}

	std::string buffer;
	bool has_blocked = false;
};

constexpr char LINE[] = "relay 1: on, and some words more that make it as long as the lines of a board are";

} // namespace

TEST(UsbPort, ThatTheComputerHasClosed_NeverKeepsTheBoardWaiting) {
	FakeUsb usb;
	esp32::UsbPort<FakeUsb> port(usb);
	for (int line = 0; line < 1'000; line++) port.say(LINE);
	CHECK(!usb.has_blocked);
	const std::string read = usb.read();
	CHECK_EQUAL(read.size() % (strlen(LINE) + 2), 0);
	CHECK(read.rfind(LINE, 0) == 0);
	port.say("after");
	const std::string later = usb.read(), note = "(" + std::to_string(1'000 - read.size() / (strlen(LINE) + 2));
	CHECK(later == note + " lines were left out)\r\nafter\r\n");
}

TEST(UsbPort, ThatIsFullOfLines_StillTakesAnAnswerOfImprov) {
	FakeUsb usb;
	esp32::UsbPort<FakeUsb> port(usb);
	for (int line = 0; line < 1'000; line++) port.say(LINE);
	uint8_t answer[MAX_SERIAL_BYTES];
	memset(answer, 'I', sizeof answer);
	CHECK(port.write(answer, sizeof answer));
	CHECK(!usb.has_blocked);
	const std::string read = usb.read();
	CHECK(read.find(std::string(sizeof answer, 'I')) == read.size() - sizeof answer);
}

TEST(UsbPort, AnswerThatDoesNotFit_IsRefusedWhole_AndFitsOnceTheComputerReads) {
	FakeUsb usb;
	esp32::UsbPort<FakeUsb> port(usb);
	uint8_t answer[MAX_SERIAL_BYTES] = {};
	while (port.write(answer, sizeof answer))
		;
	CHECK(!usb.has_blocked);
	CHECK(FakeUsb::ROOM - usb.buffer.size() < sizeof answer);
	usb.read();
	CHECK(port.write(answer, sizeof answer));
}

} // namespace mooring::test
