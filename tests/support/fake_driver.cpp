#include "support/fake_driver.h"

#include <cstdio>
#include <cstdlib>

namespace sparkler::test {
namespace {

using virtio::Descriptor;

[[noreturn]] void die(const char *what)
{
    std::fprintf(stderr, "FakeDriver: %s\n", what);
    std::abort();
}

GuestAddress plus(GuestAddress at, std::uint64_t bytes)
{
    return GuestAddress(at.value() + bytes);
}

} // namespace

template <typename T>
void FakeDriver::store(GuestAddress at, const T &value) const
{
    if (!m_guest.memory().write(at, value))
        die("write outside memory");
}

template <typename T>
T FakeDriver::load(GuestAddress at) const
{
    const auto value = m_guest.memory().read<T>(at);
    if (!value)
        die("read outside memory");
    return *value;
}

FakeDriver::FakeDriver(const FakeGuest &guest, std::uint16_t size, std::uint64_t ringBase, std::uint64_t dataBase)
    : m_guest(guest), m_dataBase(dataBase), m_dataNext(dataBase)
{
    const std::uint64_t available = ringBase + 16u * size;
    const std::uint64_t used = (available + 6 + 2u * size + 3) & ~std::uint64_t{3};
    m_config = {size, true, GuestAddress(ringBase), GuestAddress(available), GuestAddress(used)};
    for (std::uint16_t i = size; i > 0; --i)
        m_free.push_back(static_cast<std::uint16_t>(i - 1));
    setAvailableIndex(0);
    setUsedEvent(0);
    setNoInterrupt(false);
    store<std::uint16_t>(plus(m_config.used, 2), 0);
}

FakeDriver::FakeDriver(const FakeGuest &copy, const FakeDriver &driver)
    : m_guest(copy), m_config(driver.m_config), m_dataBase(driver.m_dataBase), m_dataNext(driver.m_dataNext),
      m_availableIndex(driver.m_availableIndex), m_usedIndex(driver.m_usedIndex), m_free(driver.m_free),
      m_outstanding(driver.m_outstanding)
{
}

virtio::Queue FakeDriver::queue(std::uint64_t features) const
{
    auto queue = virtio::Queue::create(m_config, m_guest.memory(), m_config.size, features);
    if (!queue)
        die(queue.error().text.c_str());
    return std::move(*queue);
}

GuestAddress FakeDriver::allocate(std::uint64_t bytes)
{
    const GuestAddress at(m_dataNext);
    m_dataNext = (m_dataNext + bytes + 15) & ~std::uint64_t{15};
    if (!m_guest.memory().contains(at, bytes))
        die("out of guest memory");
    return at;
}

std::uint16_t FakeDriver::takeFreeDescriptor()
{
    if (m_free.empty())
        die("out of descriptors");
    const std::uint16_t index = m_free.back();
    m_free.pop_back();
    return index;
}

FakeDriver::ChainBuilder &FakeDriver::ChainBuilder::readable(std::span<const std::byte> content)
{
    const GuestAddress at = m_driver.allocate(content.size());
    m_driver.m_guest.put(at, content);
    return raw(at.value(), static_cast<std::uint32_t>(content.size()), 0);
}

FakeDriver::ChainBuilder &FakeDriver::ChainBuilder::writable(std::uint32_t bytes)
{
    const GuestAddress at = m_driver.allocate(bytes);
    m_driver.m_guest.put(at, std::vector(bytes, std::byte{0xee}));
    return raw(at.value(), bytes, virtio::kDescriptorWrite);
}

FakeDriver::ChainBuilder &FakeDriver::ChainBuilder::raw(std::uint64_t address, std::uint32_t bytes, std::uint16_t flags)
{
    m_descriptors.push_back(Descriptor{address, bytes, flags, 0});
    return *this;
}

FakeDriver::ChainBuilder &FakeDriver::ChainBuilder::indirect(std::size_t directCount)
{
    m_indirectFrom = directCount;
    return *this;
}

std::uint16_t FakeDriver::ChainBuilder::place()
{
    Outstanding outstanding;
    for (const Descriptor &descriptor : m_descriptors) {
        if (descriptor.flags & virtio::kDescriptorWrite)
            outstanding.buffers.push_back(descriptor);
    }
    std::vector<Descriptor> direct = m_descriptors;
    if (m_indirectFrom) {
        std::vector<Descriptor> table(direct.begin() + static_cast<std::ptrdiff_t>(*m_indirectFrom), direct.end());
        direct.resize(*m_indirectFrom);
        for (std::size_t i = 0; i + 1 < table.size(); ++i) {
            table[i].flags |= virtio::kDescriptorNext;
            table[i].next = static_cast<std::uint16_t>(i + 1);
        }
        const auto bytes = static_cast<std::uint32_t>(table.size() * sizeof(Descriptor));
        const GuestAddress at = m_driver.allocate(bytes);
        m_driver.m_guest.put(at, std::as_bytes(std::span(table)));
        direct.push_back(Descriptor{at.value(), bytes, virtio::kDescriptorIndirect, 0});
    }
    for (std::size_t i = 0; i < direct.size(); ++i)
        outstanding.descriptors.push_back(m_driver.takeFreeDescriptor());
    for (std::size_t i = 0; i < direct.size(); ++i) {
        if (i + 1 < direct.size()) {
            direct[i].flags |= virtio::kDescriptorNext;
            direct[i].next = outstanding.descriptors[i + 1];
        }
        m_driver.writeDescriptor(outstanding.descriptors[i], direct[i]);
    }
    const std::uint16_t head = outstanding.descriptors.at(0);
    m_driver.m_outstanding[head] = std::move(outstanding);
    return head;
}

std::uint16_t FakeDriver::ChainBuilder::submit()
{
    const std::uint16_t head = place();
    m_driver.makeAvailable(head);
    return head;
}

std::optional<FakeDriver::Used> FakeDriver::takeUsed()
{
    if (usedIndex() == m_usedIndex)
        return std::nullopt;
    const std::uint64_t slot = m_usedIndex % m_config.size;
    Used used;
    used.head = static_cast<std::uint16_t>(load<std::uint32_t>(plus(m_config.used, 4 + 8 * slot)));
    used.written = load<std::uint32_t>(plus(m_config.used, 8 + 8 * slot));
    ++m_usedIndex;
    const auto found = m_outstanding.find(used.head);
    if (found == m_outstanding.end())
        return used;
    for (const Descriptor &buffer : found->second.buffers) {
        // A hostile chain names buffers that are not there.
        if (!m_guest.memory().contains(GuestAddress(buffer.address), buffer.length) || buffer.length > (16u << 20))
            continue;
        const auto bytes = m_guest.bytes(GuestAddress(buffer.address), buffer.length);
        used.content.insert(used.content.end(), bytes.begin(), bytes.end());
    }
    for (const std::uint16_t index : found->second.descriptors)
        m_free.push_back(index);
    m_outstanding.erase(found);
    if (m_outstanding.empty())
        m_dataNext = m_dataBase;
    return used;
}

void FakeDriver::writeDescriptor(std::uint16_t index, const Descriptor &descriptor)
{
    store(plus(m_config.descriptors, 16u * index), descriptor);
}

Descriptor FakeDriver::readDescriptor(std::uint16_t index) const
{
    return load<Descriptor>(plus(m_config.descriptors, 16u * index));
}

void FakeDriver::makeAvailable(std::uint16_t head)
{
    store(plus(m_config.available, 4 + 2u * (m_availableIndex % m_config.size)), head);
    setAvailableIndex(static_cast<std::uint16_t>(m_availableIndex + 1));
}

void FakeDriver::setAvailableIndex(std::uint16_t index)
{
    m_availableIndex = index;
    if (!m_guest.memory().storeRelease(plus(m_config.available, 2), index))
        die("available ring outside memory");
}

std::uint16_t FakeDriver::usedIndex() const
{
    return m_guest.memory().loadAcquire(plus(m_config.used, 2)).value_or(0);
}

void FakeDriver::setUsedEvent(std::uint16_t index)
{
    store(plus(m_config.available, 4 + 2u * m_config.size), index);
}

std::uint16_t FakeDriver::availableEvent() const
{
    return load<std::uint16_t>(plus(m_config.used, 4 + 8u * m_config.size));
}

void FakeDriver::setNoInterrupt(bool on)
{
    store<std::uint16_t>(m_config.available, on ? 1 : 0);
}

} // namespace sparkler::test
