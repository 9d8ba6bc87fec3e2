#pragma once

#include "arch/x86_64/table_bytes.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace sparkler::x86_64 {

/// The resources of an ACPI device, for its _CRS (ACPI 6.5, 6.4).
class AmlResources {
public:
    /// A fixed, writable window of 32-bit address space.
    void addMemory(std::uint32_t base, std::uint32_t bytes);
    /// An edge-triggered, active-high, unshared interrupt line.
    void addInterrupt(std::uint32_t gsi);
    /// `count` I/O ports from `base`.
    void addPorts(std::uint16_t base, std::uint8_t count);
    std::span<const std::byte> bytes() const { return m_bytes.bytes(); }

private:
    TableBytes m_bytes;
};

/// AML under construction: the terms of a definition block, a scope or a device (ACPI 6.5, 20.2). Names are segments of
/// exactly four characters.
class AmlBlock {
public:
    void addName(std::string_view name, std::uint64_t value);
    void addName(std::string_view name, std::string_view text);
    void addName(std::string_view name, const AmlResources &resources);
    /// A package of integers.
    void addPackage(std::string_view name, std::span<const std::uint64_t> values);
    /// A compressed id such as "PNP0501".
    void addEisaId(std::string_view name, std::string_view id);
    void addDevice(std::string_view name, const AmlBlock &body);
    /// A serialised method of one argument, such as _EVT.
    void addEventMethod(std::string_view name, const AmlBlock &body);
    /// If the method's argument is `value`, then `body`.
    void addIfArgumentIs(std::uint64_t value, const AmlBlock &body);
    /// Tells the driver of the object `name` of `value`.
    void addNotify(std::string_view name, std::uint8_t value);
    /// A scope of the root, such as "_SB_".
    void addRootScope(std::string_view name, const AmlBlock &body);
    std::span<const std::byte> bytes() const { return m_bytes.bytes(); }

private:
    void beginName(std::string_view name);

    TableBytes m_bytes;
};

} // namespace sparkler::x86_64
