#include "app/tools/cpu_report.h"

#include "arch/x86_64/cpu_features.h"
#include "arch/x86_64/msr_names.h"
#include "base/format.h"
#include "base/json_writer.h"
#include "config/cpu_template_json.h"
#include "config/serialize.h"

#include <algorithm>

namespace sparkler::tools {
namespace {

std::string hex(std::uint64_t value)
{
    return fmt::format("0x{:x}", value);
}

/// A text, or null.
void writeText(JsonWriter &json, const std::optional<std::string> &text)
{
    if (text)
        json.string(*text);
    else
        json.null();
}

std::string_view textOf(CpuWarning::Kind kind)
{
    switch (kind) {
    case CpuWarning::Kind::NotOffered:
        return "not_offered";
    case CpuWarning::Kind::Overruled:
        return "overruled";
    case CpuWarning::Kind::Flags:
        break;
    }
    return "flags";
}

void writeHost(JsonWriter &json, const HostProcessor &host)
{
    const CpuidEntry *signature = findLeaf(host.supported, 1, 0);
    const x86_64::CpuModel model = x86_64::cpuModelOf(signature ? signature->eax : 0);
    json.beginObject().key("vendor").string(x86_64::cpuVendor(host.supported));
    json.key("family").number(model.family).key("model").number(model.model);
    json.key("stepping").number(model.stepping).key("brand").string(host.cpuid.brand()).endObject();
}

void writeVerdict(JsonWriter &json, const std::optional<std::string> &fault)
{
    json.key("fits").boolean(!fault).key("reason");
    writeText(json, fault);
}

void writeFeatures(JsonWriter &json, const HostProcessor &host, const CpuAnswer &answer)
{
    json.beginArray();
    for (const x86_64::CpuFeature &feature : x86_64::cpuFeatures()) {
        const auto isSet = [&feature](std::span<const CpuidEntry> entries) {
            const CpuidEntry *entry = findLeaf(entries, feature.leaf, feature.subleaf);
            return entry && (registerOf(*entry, feature.reg) >> feature.bit & 1) != 0;
        };
        const BitChange change = changeOf(answer.changes, feature.leaf, feature.subleaf, feature.reg);
        const bool changed = (change.filter >> feature.bit & 1) != 0;
        json.beginObject().key("leaf").string(hex(feature.leaf)).key("subleaf").string(hex(feature.subleaf));
        json.key("register").string(nameOf(feature.reg)).key("bit").number(feature.bit);
        json.key("name").string(feature.name).key("meaning").string(feature.meaning);
        json.key("host").boolean(isSet(host.supported));
        json.key("template").string(!changed ? "host" : (change.value >> feature.bit & 1) != 0 ? "set" : "cleared");
        json.key("guest");
        if (answer.fault)
            json.null(); // there is no guest with this template here
        else
            json.boolean(isSet(answer.guest));
        json.endObject();
    }
    json.endArray();
}

struct Place {
    std::uint32_t leaf, subleaf;
    auto operator<=>(const Place &) const = default;
};

/// Every sub-leaf that KVM, the template or the guest has, ascending.
std::vector<Place> placesOf(const HostProcessor &host, const CpuAnswer &answer)
{
    std::vector<Place> places;
    for (const std::vector<CpuidEntry> *list : {&host.supported, &answer.guest}) {
        for (const CpuidEntry &entry : *list)
            places.push_back({entry.leaf, entry.subleaf});
    }
    for (const CpuidChange &change : answer.changes.cpuid)
        places.push_back({change.leaf, change.subleaf});
    std::ranges::sort(places);
    const auto repeated = std::ranges::unique(places);
    places.erase(repeated.begin(), repeated.end());
    return places;
}

void writeRegisters(JsonWriter &json, const HostProcessor &host, const CpuAnswer &answer)
{
    json.beginArray();
    for (const Place &place : placesOf(host, answer)) {
        const CpuidEntry *before = findLeaf(host.supported, place.leaf, place.subleaf);
        const CpuidEntry *after = findLeaf(answer.guest, place.leaf, place.subleaf);
        using enum CpuidRegister;
        for (const CpuidRegister reg : {Eax, Ebx, Ecx, Edx}) {
            const auto valueIn = [reg](const CpuidEntry *entry) -> std::optional<std::string> {
                return entry ? std::optional(hex(registerOf(*entry, reg))) : std::nullopt;
            };
            const BitChange change = changeOf(answer.changes, place.leaf, place.subleaf, reg);
            json.beginObject().key("leaf").string(hex(place.leaf)).key("subleaf").string(hex(place.subleaf));
            json.key("register").string(nameOf(reg)).key("host");
            writeText(json, valueIn(before));
            json.key("filter").string(hex(change.filter)).key("value").string(hex(change.value)).key("guest");
            writeText(json, valueIn(after));
            json.endObject();
        }
    }
    json.endArray();
}

void writeMsrs(JsonWriter &json, const CpuAnswer &answer)
{
    const auto valueIn = [](std::span<const MsrEntry> msrs, std::uint32_t index) -> std::optional<std::string> {
        const auto found = std::ranges::find(msrs, index, &MsrEntry::index);
        return found == msrs.end() ? std::nullopt : std::optional(hex(found->value));
    };
    json.beginArray();
    for (const MsrChange &change : answer.changes.msrs) {
        json.beginObject().key("address").string(hex(change.index)).key("name").string(x86_64::msrName(change.index));
        json.key("filter").string(hex(change.bits.filter)).key("value").string(hex(change.bits.value)).key("host");
        writeText(json, valueIn(answer.hostMsrs, change.index));
        json.key("guest");
        writeText(json, valueIn(answer.guestMsrs, change.index));
        json.endObject();
    }
    json.endArray();
}

} // namespace

std::string cpuReport(const HostProcessor &host, std::span<const NamedVerdict> named, const CpuAnswer &answer)
{
    JsonWriter json;
    json.beginObject().key("host");
    writeHost(json, host);
    json.key("templates").beginArray();
    for (const NamedVerdict &verdict : named) {
        json.beginObject().key("name").string(sparkler::nameOf(verdict.named));
        writeVerdict(json, verdict.fault);
        json.endObject();
    }
    json.endArray().key("chosen").beginObject();
    writeVerdict(json, answer.fault);
    json.key("warnings").beginArray();
    for (const CpuWarning &warning : answer.warnings) {
        json.beginObject().key("kind").string(textOf(warning.kind)).key("name").string(warning.name);
        json.key("message").string(warning.message).endObject();
    }
    json.endArray().key("template").string(toJson(answer.changes)).endObject();
    json.key("features");
    writeFeatures(json, host, answer);
    json.key("registers");
    writeRegisters(json, host, answer);
    json.key("msrs");
    writeMsrs(json, answer);
    json.endObject();
    return std::move(json).text() + "\n";
}

} // namespace sparkler::tools
