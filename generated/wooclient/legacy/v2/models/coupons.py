"""Answers about coupons of wc-api/v2."""

from wooclient.legacy.v3.models.coupons import LegacyCoupon, LegacyCouponBulkFailure

CouponsBulkAnswer = LegacyCouponBulkFailure | LegacyCoupon
