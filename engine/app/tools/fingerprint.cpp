#include "app/tools/fingerprint.h"

#include "app/tools/template_strip.h"
#include "base/format.h"
#include "base/json_struct.h"
#include "base/json_writer.h"
#include "config/cpu_template_json.h"

#include <algorithm>

namespace sparkler::tools {
namespace {

constexpr std::string_view kGuestCpuConfig = "guest_cpu_config";

struct TextField {
    std::string_view name;
    std::string Fingerprint::*text;
};
constexpr std::array kTextFields{
    TextField{"firecracker_version", &Fingerprint::firecrackerVersion},
    TextField{"kernel_version", &Fingerprint::kernelVersion},
    TextField{"microcode_version", &Fingerprint::microcodeVersion},
    TextField{"bios_version", &Fingerprint::biosVersion},
    TextField{"bios_revision", &Fingerprint::biosRevision},
};

constexpr std::array kJsonFields{
    jsonField<kTextFields[0].text, kJsonString>(kTextFields[0].name, Presence::Required),
    jsonField<kTextFields[1].text, kJsonString>(kTextFields[1].name, Presence::Required),
    jsonField<kTextFields[2].text, kJsonString>(kTextFields[2].name, Presence::Required),
    jsonField<kTextFields[3].text, kJsonString>(kTextFields[3].name, Presence::Required),
    jsonField<kTextFields[4].text, kJsonString>(kTextFields[4].name, Presence::Required),
    jsonField<&Fingerprint::guestCpuConfig, readCpuTemplate>(kGuestCpuConfig, Presence::Required),
};

std::string quoted(std::string_view text)
{
    return JsonWriter().string(text).text();
}

/// A template as the value of a member: one step further in, and without the newline at its end.
std::string nested(const CustomCpuTemplate &cpuTemplate)
{
    std::string text;
    for (const char c : toJson(cpuTemplate)) {
        text += c;
        if (c == '\n')
            text += "  ";
    }
    text.resize(text.find_last_not_of(" \n") + 1);
    return text;
}

std::string differenceText(std::string_view name, std::string_view previous, std::string_view current)
{
    return fmt::format("{{\n  \"name\": {},\n  \"prev\": {},\n  \"curr\": {}\n}}", quoted(name), previous, current);
}

} // namespace

std::string toJson(const Fingerprint &fingerprint)
{
    std::string json = "{\n";
    for (const TextField &field : kTextFields)
        json += fmt::format("  \"{}\": {},\n", field.name, quoted(fingerprint.*field.text));
    return json + fmt::format("  \"{}\": {}\n}}\n", kGuestCpuConfig, nested(fingerprint.guestCpuConfig));
}

Result<Fingerprint> parseFingerprint(std::string_view json)
{
    JsonReader reader(json);
    Fingerprint parsed;
    if (!readJsonStruct(reader, {"Fingerprint", kJsonFields, UnknownFields::Ignored}, &parsed) || !reader.finish())
        return fail(ErrorKind::InvalidInput, reader.errorText());
    return parsed;
}

std::vector<std::string_view> fingerprintFields()
{
    std::vector<std::string_view> names;
    for (const JsonField &field : kJsonFields)
        names.push_back(field.name);
    return names;
}

std::optional<std::string> differenceIn(std::string_view field, const Fingerprint &previous, const Fingerprint &current)
{
    if (const auto text = std::ranges::find(kTextFields, field, &TextField::name); text != kTextFields.end()) {
        const std::string &before = previous.*text->text;
        const std::string &now = current.*text->text;
        if (before == now)
            return std::nullopt;
        return differenceText(field, quoted(before), quoted(now));
    }
    const std::array both{previous.guestCpuConfig, current.guestCpuConfig};
    const std::vector<CustomCpuTemplate> different = stripped(both);
    if (different[0] == CustomCpuTemplate() && different[1] == CustomCpuTemplate())
        return std::nullopt;
    return differenceText(field, nested(different[0]), nested(different[1]));
}

} // namespace sparkler::tools
