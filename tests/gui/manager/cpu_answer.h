#pragma once

#include <QByteArray>
#include <QString>

/// What the engine's tool answers about a host that starts None and T2A alone, with four features.
inline QByteArray
cpuAnswer(const QByteArray &chosen =
              R"({"fits":true,"reason":null,"warnings":[],"template":"{\n  \"msr_modifiers\": []\n}\n"})")
{
    return QByteArray(R"({"host":{"vendor":"AuthenticAMD","family":25,"model":1,"stepping":1,"brand":"AMD EPYC"},
"templates":[{"name":"None","fits":true,"reason":null},
{"name":"T2","fits":false,"reason":"Failed to get CPU template: CPU vendor mismatched between actual CPU and CPU template."},
{"name":"T2A","fits":true,"reason":null},
{"name":"C3","fits":false,"reason":"Something else."}],
"chosen":)") + chosen + R"(,
"features":[
{"leaf":"0x1","subleaf":"0x0","register":"ecx","bit":28,"name":"avx","meaning":"Advanced vector extensions","host":true,"template":"host","guest":true},
{"leaf":"0x7","subleaf":"0x0","register":"ebx","bit":9,"name":"erms","meaning":"Enhanced REP MOVSB and STOSB","host":false,"template":"set","guest":true},
{"leaf":"0x7","subleaf":"0x0","register":"ebx","bit":18,"name":"rdseed","meaning":"RDSEED","host":true,"template":"cleared","guest":false},
{"leaf":"0x1","subleaf":"0x0","register":"edx","bit":28,"name":"ht","meaning":"More than one logical processor","host":false,"template":"host","guest":true}],
"registers":[],"msrs":[]}
)";
}
