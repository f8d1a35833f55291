#pragma once
// A piece of work in a process of its own, killed at a chosen moment.

#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <stdexcept>

namespace ayni::test {

/// Does the work in a child and kills it before its n-th call to the system, counted from the beginning of the work;
/// if it makes fewer, it must end well (else this throws). Gives how many it made.
inline int calls_until_killed(int n, const std::function<bool()>& work) {
    const pid_t child = ::fork();
    if (child < 0) {
        throw std::runtime_error("no process");
    }
    if (child == 0) {
        ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
        ::raise(SIGSTOP);
        ::_exit(work() ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    for (int stops = 0;; ++stops) {
        const int calls = stops / 2;  // each stops twice: going in and coming out
        if (calls == n) {
            ::kill(child, SIGKILL);
            ::waitpid(child, &status, 0);
            return calls;
        }
        if (::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr) != 0 || ::waitpid(child, &status, 0) != child) {
            throw std::runtime_error("the child can't be traced");
        }
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
            return calls;
        }
        if (!WIFSTOPPED(status)) {
            throw std::runtime_error("the work failed");
        }
    }
}

}  // namespace ayni::test
