#pragma once

// The options of the commands of cpu-template-helper (processes.md 5.4).

#include "base/arguments.h"

#include <array>

namespace sparkler::tools {

inline constexpr ArgumentSpec kProbedConfig{
    .name = "config",
    .kind = ArgumentKind::Value,
    .help = "The configuration file of a microVM (-c); without it a machine of one vCPU is built."};
inline constexpr ArgumentSpec kProbedTemplate{
    .name = "template",
    .kind = ArgumentKind::Value,
    .help = "A file with a custom CPU template (-t), in place of the configuration's."};

inline constexpr std::array kDumpTemplateOptions{kProbedConfig, kProbedTemplate,
                                                 ArgumentSpec{.name = "output",
                                                              .kind = ArgumentKind::Value,
                                                              .help = "The template to write (-o).",
                                                              .defaultValue = "cpu_config.json"}};
inline constexpr std::array kVerifyTemplateOptions{kProbedConfig, kProbedTemplate};
inline constexpr std::array kStripTemplateOptions{
    ArgumentSpec{.name = "paths",
                 .kind = ArgumentKind::RepeatedValue,
                 .help = "The templates, two or more (-p).",
                 .required = true},
    ArgumentSpec{.name = "suffix",
                 .kind = ArgumentKind::Value,
                 .help = "What is appended to their names for those to write (-s); empty: they are overwritten.",
                 .defaultValue = "_stripped"}};
inline constexpr std::array kDumpFingerprintOptions{kProbedConfig, kProbedTemplate,
                                                    ArgumentSpec{.name = "output",
                                                                 .kind = ArgumentKind::Value,
                                                                 .help = "The fingerprint to write (-o).",
                                                                 .defaultValue = "fingerprint.json"}};
inline constexpr std::array kCompareFingerprintsOptions{
    ArgumentSpec{.name = "curr", .kind = ArgumentKind::Value, .help = "The fingerprint of now (-c).", .required = true},
    ArgumentSpec{.name = "filters",
                 .kind = ArgumentKind::RepeatedValue,
                 .help = "The fields to compare, one or more (-f); without it all are."},
    ArgumentSpec{
        .name = "prev", .kind = ArgumentKind::Value, .help = "The fingerprint of before (-p).", .required = true}};

} // namespace sparkler::tools
