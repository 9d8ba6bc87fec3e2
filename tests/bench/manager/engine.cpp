// bench_manager_engine DIRECTORY MANNER - an engine with a running guest, as far as the manager can tell: serves
// DIRECTORY/api.sock and DIRECTORY/console.sock. Its GET /metrics has as many numbers as the real one's, half of which
// change. Ends with its parent. MANNER: normal, silent (takes requests, never answers), drip (one byte every 10 ms).

#include <csignal>
#include <cstdio>
#include <cstring>
#include <map>
#include <poll.h>
#include <string>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

namespace {

struct Client {
    std::string input;
    std::string output;
};

int listenAt(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        return -1;
    std::memcpy(address.sun_path, path.c_str(), path.size());
    ::unlink(path.c_str());
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 || ::listen(fd, 16) != 0)
        return -1;
    return fd;
}

std::string metrics()
{
    static int times = 0;
    ++times;
    std::string text = "{\"utc_timestamp_ms\":" + std::to_string(1'700'000'000'000 + times * 1000LL);
    for (const char *group : {"api_server", "block", "block_rootfs", "block_data", "vcpu", "vmm", "uart", "i8042",
                              "seccomp", "latencies_us", "put_api_requests", "patch_api_requests"}) {
        text += std::string(",\"") + group + "\":{";
        for (int i = 0; i < 12; ++i) {
            const int value = i % 2 == 0 ? times * (i + 1) : i;
            text += (i == 0 ? "\"counter_" : ",\"counter_") + std::to_string(i) + "\":" + std::to_string(value);
        }
        text += '}';
    }
    return text + '}';
}

std::string answer(const std::string &request)
{
    const std::string body = request.starts_with("GET /metrics ")
                                 ? metrics()
                                 : R"({"id":"x","state":"Running","vmm_version":"1.4.0","app_name":"Firecracker"})";
    return "HTTP/1.1 200 OK\r\nServer: bench\r\nConnection: keep-alive\r\nContent-Type: "
           "application/json\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// False: it has gone.
bool serve(int fd, Client &client, short events, const std::string &manner)
{
    if (events & (POLLIN | POLLHUP)) {
        char buffer[4096];
        const ssize_t count = ::recv(fd, buffer, sizeof buffer, MSG_DONTWAIT);
        if (count <= 0)
            return false;
        client.input.append(buffer, static_cast<std::size_t>(count));
        for (auto end = client.input.find("\r\n\r\n"); end != std::string::npos; end = client.input.find("\r\n\r\n")) {
            if (manner != "silent")
                client.output += answer(client.input);
            client.input.erase(0, end + 4);
        }
    }
    if (!client.output.empty()) {
        const std::size_t piece = manner == "drip" ? 1 : client.output.size();
        const ssize_t sent = ::send(fd, client.output.data(), piece, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent > 0)
            client.output.erase(0, static_cast<std::size_t>(sent));
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (argc != 3)
        return 2;
    const std::string directory = argv[1], manner = argv[2];
    const int api = listenAt(directory + "/api.sock"), console = listenAt(directory + "/console.sock");
    if (api < 0 || console < 0)
        return 1;
    std::map<int, Client> clients;
    std::vector<int> consoles;
    for (;;) {
        std::vector<pollfd> waits{{api, POLLIN, 0}, {console, POLLIN, 0}};
        bool waiting = false;
        for (const auto &[fd, client] : clients) {
            waits.push_back({fd, POLLIN, 0});
            waiting |= !client.output.empty();
        }
        ::poll(waits.data(), waits.size(), waiting ? 10 : -1);
        if (waits[0].revents)
            clients.try_emplace(::accept(api, nullptr, nullptr));
        if (waits[1].revents)
            consoles.push_back(::accept(console, nullptr, nullptr)); // never read from
        for (std::size_t i = 2; i < waits.size(); ++i) {
            if (!serve(waits[i].fd, clients[waits[i].fd], waits[i].revents, manner)) {
                clients.erase(waits[i].fd);
                ::close(waits[i].fd);
            }
        }
    }
}
