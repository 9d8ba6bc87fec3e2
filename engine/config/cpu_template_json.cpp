#include "config/cpu_template_json.h"

#include "base/format.h"
#include "base/json_struct.h"
#include "config/cpu_template_text.h"

#include <algorithm>
#include <string_view>

namespace sparkler {
namespace {

/// A string that `parse` makes a value of.
template <auto Parse>
constexpr auto kParsed = [](JsonReader &reader, auto &out) {
    std::string text;
    if (!reader.readString(text))
        return false;
    auto parsed = Parse(text);
    if (!parsed)
        return reader.failLater(std::move(parsed.error().text));
    out = std::move(*parsed);
    return true;
};

Result<CpuidRegister> parseRegister(std::string_view name)
{
    const auto found = std::ranges::find(kCpuidRegisterNames, name);
    if (found == kCpuidRegisterNames.end())
        return fail(ErrorKind::InvalidInput, "Invalid CPUID register. Must be one of [eax, ebx, ecx, edx]");
    return static_cast<CpuidRegister>(found - kCpuidRegisterNames.begin());
}

Result<BitChange> parseCpuidBitmap(std::string_view text)
{
    return parseBitmap(text, kCpuidBits);
}

Result<BitChange> parseMsrBitmap(std::string_view text)
{
    return parseBitmap(text, kMsrBits);
}

/// A list with an end, whoever sends it.
template <auto Read>
constexpr auto kBoundedList = [](JsonReader &reader, auto &out) {
    constexpr auto readItem = [](JsonReader &itemReader, auto &item) { return Read(itemReader, item); };
    if (!kJsonList<readItem>(reader, out))
        return false;
    return out.size() <= kMostTemplateChanges ||
           reader.failLater(fmt::format("a list of more than {} changes", kMostTemplateChanges));
};

constexpr std::array kRegisterFields{
    jsonField<&CpuidRegisterChange::reg, kParsed<parseRegister>>("register", Presence::Required),
    jsonField<&CpuidRegisterChange::bits, kParsed<parseCpuidBitmap>>("bitmap", Presence::Required),
};
constexpr auto kRegisterChange = [](JsonReader &reader, CpuidRegisterChange &out) {
    return readJsonStruct(reader, {"CpuidRegisterModifier", kRegisterFields, UnknownFields::Ignored}, &out);
};

constexpr std::array kCpuidFields{
    jsonField<&CpuidChange::leaf, kParsed<parseTemplateNumber>>("leaf", Presence::Required),
    jsonField<&CpuidChange::subleaf, kParsed<parseTemplateNumber>>("subleaf", Presence::Required),
    jsonField<&CpuidChange::flags, kJsonInteger<JsonInteger::U32>>("flags", Presence::Required),
    jsonField<&CpuidChange::registers, kBoundedList<kRegisterChange>>("modifiers", Presence::Required),
};
constexpr auto kCpuidChange = [](JsonReader &reader, CpuidChange &out) {
    return readJsonStruct(reader, {"CpuidLeafModifier", kCpuidFields, UnknownFields::Ignored}, &out);
};

constexpr std::array kMsrFields{
    jsonField<&MsrChange::index, kParsed<parseTemplateNumber>>("addr", Presence::Required),
    jsonField<&MsrChange::bits, kParsed<parseMsrBitmap>>("bitmap", Presence::Required),
};
constexpr auto kMsrChange = [](JsonReader &reader, MsrChange &out) {
    return readJsonStruct(reader, {"RegisterModifier", kMsrFields, UnknownFields::Ignored}, &out);
};

constexpr std::array kTemplateFields{
    jsonField<&CustomCpuTemplate::capabilities, kBoundedList<kParsed<parseCapability>>>("kvm_capabilities"),
    jsonField<&CustomCpuTemplate::cpuid, kBoundedList<kCpuidChange>>("cpuid_modifiers"),
    jsonField<&CustomCpuTemplate::msrs, kBoundedList<kMsrChange>>("msr_modifiers"),
};

/// The items of a list, one per line, indented.
template <typename Items, typename ToText>
void appendList(std::string &json, std::string_view name, const Items &items, ToText toText)
{
    json += fmt::format("{}  \"{}\": [", json.size() > 2 ? ",\n" : "", name);
    for (std::size_t index = 0; index < items.size(); ++index)
        json += fmt::format("{}\n    {}", index == 0 ? "" : ",", toText(items[index]));
    json += items.empty() ? "]" : "\n  ]";
}

std::string textOf(const CpuidChange &change)
{
    std::string text = fmt::format(R"({{ "leaf": "0x{:x}", "subleaf": "0x{:x}", "flags": {}, "modifiers": [)",
                                   change.leaf, change.subleaf, change.flags);
    for (std::size_t index = 0; index < change.registers.size(); ++index) {
        const CpuidRegisterChange &reg = change.registers[index];
        text += fmt::format("{}\n      {{ \"register\": \"{}\", \"bitmap\": \"{}\" }}", index == 0 ? "" : ",",
                            kCpuidRegisterNames[static_cast<std::size_t>(reg.reg)], bitmapText(reg.bits, kCpuidBits));
    }
    return text + " ] }";
}

} // namespace

bool readCpuTemplate(JsonReader &reader, CustomCpuTemplate &out)
{
    return readJsonStruct(reader, {"CustomCpuTemplate", kTemplateFields}, &out);
}

Result<CustomCpuTemplate> parseCpuTemplate(std::string_view json)
{
    JsonReader reader(json);
    CustomCpuTemplate parsed;
    if (!readCpuTemplate(reader, parsed) || !reader.finish())
        return fail(ErrorKind::InvalidInput, reader.errorText());
    return parsed;
}

std::string toJson(const CustomCpuTemplate &cpuTemplate)
{
    std::string json = "{\n";
    appendList(json, "kvm_capabilities", cpuTemplate.capabilities, [](const CapabilityChange &change) {
        return fmt::format("\"{}{}\"", change.removed ? "!" : "", change.number);
    });
    appendList(json, "cpuid_modifiers", cpuTemplate.cpuid, textOf);
    appendList(json, "msr_modifiers", cpuTemplate.msrs, [](const MsrChange &change) {
        return fmt::format(R"({{ "addr": "0x{:x}", "bitmap": "{}" }})", change.index,
                           bitmapText(change.bits, kMsrBits));
    });
    return json + "\n}\n";
}

} // namespace sparkler
