// SPDX-License-Identifier: Apache-2.0
//
// Whether a sanitizer is at work: it needs far more memory than a test of too little memory allows.
#pragma once

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define OSCEGRAPH_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define OSCEGRAPH_SANITIZED 1
#endif
#endif
#ifndef OSCEGRAPH_SANITIZED
#define OSCEGRAPH_SANITIZED 0
#endif
