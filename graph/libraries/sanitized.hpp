// SPDX-License-Identifier: Apache-2.0
//
// Defines whether the program is built with a sanitizer. Such a program reserves terabytes of
// address space, so no memory limit can be set for it, and it prints its findings on standard
// error.
#pragma once

namespace oscegraph {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif
#else
inline constexpr bool sanitized = false;
#endif

}  // namespace oscegraph
